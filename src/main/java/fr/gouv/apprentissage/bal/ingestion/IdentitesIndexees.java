package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.LieuIndexe;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that state a human being: found by their values, by their identity and by their natural key. */
final class IdentitesIndexees implements LieuIndexe {

    private final Scellement scellement;
    private final IndexAveugles index;
    private final SecretStore secrets;
    private final ReindexationStore store = new ReindexationStore();
    private final IdentiteStore identites = new IdentiteStore();
    private final RapprochementStore rapprochements = new RapprochementStore();
    private final ContratStore contrats = new ContratStore();
    private final JourneeStore journees = new JourneeStore();

    IdentitesIndexees(Scellement scellement, IndexAveugles index) {
        this.scellement = scellement;
        this.index = index;
        this.secrets = new SecretStore(scellement);
    }

    @Override
    public String nom() {
        return "identite";
    }

    @Override
    public long nombre(SqlConnection connexion) {
        return store.nombre(connexion);
    }

    @Override
    public List<Long> suivants(SqlConnection connexion, long apres, int combien) {
        return store.suivants(connexion, apres, combien);
    }

    @Override
    public List<Long> refais(SqlConnection connexion, int generation, Collection<Long> ids) {
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
        return illisibles;
    }

    private Map<Long, Optional<AReindexer>> records(SqlConnection connexion, Collection<Long> ids) {
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
