package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives records the blind indexes of a new generation beside those that they have, some hundred at a time. */
public final class Reindexation {

    /**
     * What became of a lot.
     *
     * @param dernier last record of the lot: the next one begins after it
     * @param nombre how many records it had; 0: there are no more
     * @param illisibles records left as they were, since their secret or a value of theirs does not open
     */
    public record Lot(long dernier, int nombre, List<Long> illisibles) {}

    private static final Autorisation DE_LIGNES =
            Autorisation.deTraitement(Traitement.REINDEXATION, List.of(MiseEnAttente.LIGNE.numero()));

    private final Scellement scellement;
    private final IndexAveugles index;
    private final SecretStore secrets;
    private final ReindexationStore store = new ReindexationStore();
    private final IdentiteStore identites = new IdentiteStore();
    private final RapprochementStore rapprochements = new RapprochementStore();
    private final ContratStore contrats = new ContratStore();
    private final JourneeStore journees = new JourneeStore();

    public Reindexation(Scellement scellement, IndexAveugles index) {
        this.scellement = scellement;
        this.index = index;
        this.secrets = new SecretStore(scellement);
    }

    /**
     * Makes so many records anew, in the caller's transaction, which waits until nobody matches.
     *
     * @param generation the current one
     * @param apres record after which the lot begins
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory: nothing was written
     */
    public Lot lot(SqlConnection connexion, int generation, long apres, int nombre) {
        VerrouDAppariement.prends(connexion);
        var ids = store.suivants(connexion, apres, nombre);
        if (ids.isEmpty()) {
            return new Lot(apres, 0, List.of());
        }
        var refaits = new IndexRefaits(scellement, index, generation);
        var faits = new ArrayList<Reindexe>();
        var illisibles = new ArrayList<Long>();
        var lus = records(connexion, ids);
        for (var id : ids) {
            try {
                faits.add(refaits.de(lus.get(id).orElseThrow(() -> new ValeurAlteree("secret absent"))));
            } catch (ValeurAlteree alteree) {
                illisibles.add(id);
            }
        }
        store.ajoute(connexion, generation, faits);
        return new Lot(ids.get(ids.size() - 1), ids.size(), illisibles);
    }

    /**
     * Gives quarantined rows the digest of this generation, all of them, so many at a time; a row that stands there twice by then stays once.
     *
     * @return how many do not open
     */
    public long quarantaine(SqlConnection connexion, int generation, int nombre) {
        var illisibles = 0L;
        var lot = store.quarantaine(connexion, generation, 0, nombre);
        while (!lot.isEmpty()) {
            var ouverts = secrets.secrets(connexion, lot.keySet());
            var refaites = new HashMap<Long, byte[]>();
            for (var ligne : lot.entrySet()) {
                try {
                    var cle = Optional.ofNullable(ouverts.get(ligne.getKey()))
                            .orElseThrow(() -> new ValeurAlteree("secret absent"));
                    var relue = scellement.relis(DE_LIGNES, cle, MiseEnAttente.LIGNE, ligne.getValue());
                    refaites.put(ligne.getKey(), sous(generation, relue));
                } catch (ValeurAlteree alteree) {
                    illisibles++;
                }
            }
            store.remplace(connexion, generation, refaites);
            lot = store.quarantaine(connexion, generation, Collections.max(lot.keySet()), nombre);
        }
        return illisibles;
    }

    private byte[] sous(int generation, Sealed<String> ligne) {
        return index.empreintes(GenreIndex.LIGNE, List.of(ligne)).stream()
                .filter(une -> une.numero() == generation)
                .findFirst()
                .orElseThrow(() -> new ClesIndisponibles("la génération " + generation + " n'est pas connue ici"))
                .empreinte();
    }

    /** Takes the indexes of generations before this one, which are retired, from so many beaten values; false when there are none. */
    public boolean oublieLesEcartees(SqlConnection connexion, int generation, int nombre) {
        return store.oublie(connexion, generation, nombre) > 0;
    }

    /** Whether rows that were staged before this generation was imposed wait for their merge. */
    public boolean attendFusion(SqlConnection connexion, int generation) {
        return store.enAttente(connexion)
                .anyMatch(ligne -> ligne.traces().stream().noneMatch(trace -> trace.generation() == generation));
    }

    private Map<Long, Optional<AReindexer>> records(SqlConnection connexion, List<Long> ids) {
        var lignes = contrats.charge(connexion, ids);
        var personnes = identites.charge(connexion, ids);
        var ecartes = journees.ecartes(connexion, ids);
        var traces = rapprochements.charge(connexion, ids);
        var indexes = identites.index(connexion, ids);
        var cles = store.cles(connexion, ids);
        var ouverts = secrets.secrets(connexion, ids);
        var records = new HashMap<Long, Optional<AReindexer>>();
        for (var id : ids) {
            var cellules = new HashMap<String, Cellule>(lignes.getOrDefault(id, Map.of()));
            cellules.putAll(personnes.get(id));
            records.put(
                    id,
                    Optional.ofNullable(ouverts.get(id))
                            .map(cle -> new AReindexer(
                                    cle,
                                    cellules,
                                    ecartes.getOrDefault(id, Map.of()),
                                    traces.getOrDefault(id, List.of()),
                                    indexes.getOrDefault(id, List.of()),
                                    cles.getOrDefault(id, List.of()))));
        }
        return records;
    }
}
