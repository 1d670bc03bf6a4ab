package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records whose values are known from their ids, with every blind index that ingestion gives them, under the generations that are there. Every
 * tenth has a quarantined row beside it, every seventh a beaten value. {@link IndexAttendus} looks at them again.
 */
public final class FichesIndexees {

    private static final String HIER = "2025-09-01T00:00:00Z";

    private final Pool pool;
    private final ScellementDeTest test;
    private final LignesConnues lignes;
    private final int fiches;

    /** @param fiches how many: their ids go from 1 on, those of quarantined rows come after */
    public FichesIndexees(Pool pool, ScellementDeTest test, int fiches) {
        this.pool = pool;
        this.test = test;
        this.lignes = new LignesConnues(test);
        this.fiches = fiches;
    }

    /** Writes them, and their quarantined rows. */
    public void ecris() {
        LignesConnues.parLots(fiches, ids -> new Transactions(pool).dans(connexion -> ecris(connexion, ids)));
        LignesConnues.parLots(fiches / LignesConnues.EN_QUARANTAINE, rangs -> new Transactions(pool)
                .dans(connexion -> metsEnQuarantaine(connexion, rangs)));
    }

    private int ecris(SqlConnection connexion, List<Long> ids) {
        var cles = ids.stream().map(test.scellement()::nouvelle).toList();
        new SecretStore(test.scellement()).garde(connexion, cles);
        var scellees =
                cles.stream().collect(Collectors.toMap(CleEnregistrement::enregistrement, cle -> lignes.scellee(cle)));
        new ContratStore().ajoute(connexion, colonnes(scellees, "id", ContratStore.COLONNES));
        new IdentiteStore().ajoute(connexion, colonnes(scellees, "enregistrement", IdentiteStore.COLONNES));
        new JourneeStore()
                .ecarte(
                        connexion,
                        cles.stream()
                                .filter(cle -> cle.enregistrement() % LignesConnues.ECARTEE == 0)
                                .collect(Collectors.toMap(
                                        CleEnregistrement::enregistrement,
                                        cle -> Map.of("courriels", Map.of(1, lignes.ecartee(cle))))));
        new RapprochementStore()
                .ajoute(
                        connexion,
                        scellees.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, une -> une.getValue()
                                .traces())));
        new IdentiteStore()
                .ajouteIndex(
                        connexion,
                        scellees.entrySet().stream()
                                .flatMap(une -> LignesConnues.index(une.getValue())
                                        .map(empreinte -> Map.entry(une.getKey(), empreinte)))
                                .toList());
        new EnregistrementStore(new SecretStore(test.scellement()))
                .nomme(
                        connexion,
                        cles.stream()
                                .flatMap(cle -> lignes.cles(cle.enregistrement()).stream()
                                        .map(empreinte -> Map.entry(empreinte, cle)))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return ids.size();
    }

    private int metsEnQuarantaine(SqlConnection connexion, List<Long> rangs) {
        var cles = rangs.stream()
                .map(rang -> test.scellement().nouvelle(fiches + rang))
                .toList();
        new SecretStore(test.scellement()).garde(connexion, cles);
        connexion
                .preparedQuery("insert into quarantaine"
                        + " (enregistrement, empreinte, contenu, source, extrait, jour, motif, recue_le, generation)"
                        + " select u.*, 'DECA', 'TBA', '2025-09-01', 'SANS_NUMERO', now(), 1"
                        + " from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as u")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(test.index()
                                        .empreinte(
                                                GenreIndex.LIGNE,
                                                List.of(LignesConnues.rejetee(cle.enregistrement())))))
                                .toArray(Buffer[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(test.scellement()
                                        .scelle(cle, MiseEnAttente.LIGNE, LignesConnues.rejetee(cle.enregistrement()))))
                                .toArray(Buffer[]::new)));
        return rangs.size();
    }

    private static List<Map<String, Cellule>> colonnes(
            Map<Long, LigneScellee> scellees, String cle, List<Colonne> colonnes) {
        return scellees.entrySet().stream()
                .map(une -> {
                    var ligne = new HashMap<String, Cellule>();
                    Stream.of("etat_du", "modifie_le", "premiere_vue", "derniere_vue")
                            .forEach(date -> ligne.put(date, Cellule.claire(HIER)));
                    ligne.put("source", Cellule.claire("DECA"));
                    ligne.put("personne", Cellule.claire(une.getKey().toString()));
                    colonnes.forEach(colonne -> ligne.put(
                            colonne.nom(), une.getValue().cellules().getOrDefault(colonne.nom(), Cellule.VIDE)));
                    ligne.put(cle, Cellule.claire(une.getKey().toString()));
                    return (Map<String, Cellule>) ligne;
                })
                .toList();
    }
}
