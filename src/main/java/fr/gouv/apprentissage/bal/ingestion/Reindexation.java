package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.LieuIndexe;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final List<LieuIndexe> lieux;

    /** @param autres records of other rooms, beside those that state a human being */
    public Reindexation(Scellement scellement, IndexAveugles index, Collection<LieuIndexe> autres) {
        this.scellement = scellement;
        this.index = index;
        this.secrets = new SecretStore(scellement);
        this.lieux = Stream.concat(Stream.of(new IdentitesIndexees(scellement, index)), autres.stream())
                .toList();
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
        var parLieu = new LinkedHashMap<LieuIndexe, List<Long>>();
        lieux.forEach(lieu -> parLieu.put(lieu, lieu.suivants(connexion, apres, nombre)));
        var ids = parLieu.values().stream()
                .flatMap(List::stream)
                .sorted()
                .limit(nombre)
                .toList();
        if (ids.isEmpty()) {
            return new Lot(apres, 0, List.of());
        }
        var dernier = ids.get(ids.size() - 1);
        var illisibles = new ArrayList<Long>();
        parLieu.forEach((lieu, siens) -> {
            var deCeLot = siens.stream().filter(id -> id <= dernier).toList();
            if (!deCeLot.isEmpty()) {
                illisibles.addAll(lieu.refais(connexion, generation, deCeLot));
            }
        });
        return new Lot(dernier, ids.size(), illisibles);
    }

    /** How many records there are. */
    public long nombre(SqlConnection connexion) {
        return lieux.stream().mapToLong(lieu -> lieu.nombre(connexion)).sum();
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
}
