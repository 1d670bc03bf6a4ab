package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Brings what a merge holds side by side under one version of its class key: while a key turns, rows were staged under one and values stored
 * under the other, and digests of two versions say nothing of each other. So nothing looks changed that is not, and nothing is written back
 * under a version on its way out.
 */
final class AccordDesVersions {

    private static final Logger LOG = Logger.getLogger(AccordDesVersions.class);

    private final Scellement scellement;
    private final Map<String, ChampScelle<?>> champs;
    private final Autorisation autorisation;

    /**
     * What a merge holds of its records, by record; changed in place.
     *
     * @param tables rows of tables, by column
     * @param ecartees what was beaten, by column and rank
     * @param lignes staged rows, by rank
     */
    record Tenues(
            List<Map<Long, Map<String, Cellule>>> tables,
            Map<Long, Map<String, Map<Integer, Cellule>>> ecartees,
            Map<Long, Map<Integer, LigneScellee>> lignes) {}

    /** @param champs personal fields by column */
    AccordDesVersions(Scellement scellement, Map<String, ChampScelle<?>> champs) {
        this.scellement = scellement;
        this.champs = Map.copyOf(champs);
        this.autorisation = Autorisation.deTraitement(
                Traitement.ROTATION_DE_CLE,
                champs.values().stream().map(ChampScelle::numero).toList());
    }

    /** Whether a value stands under the version in use, or is not sealed: of such values digests compare. */
    boolean aJour(String colonne, Cellule cellule) {
        try {
            return cellule.scelle() == null
                    || scellement.aJour(champs.get(colonne).classe(), cellule.scelle());
        } catch (ValeurAlteree alteree) {
            return false;
        }
    }

    /**
     * Replaces, in what stands in a table and what was staged, each value that is behind; one of a table that does not open stays as it is.
     *
     * @throws ValeurAlteree when a staged value does not open
     */
    void accorde(SqlConnection connexion, Tenues tenues) {
        // A version that another process uses already is taken over where it is first seen: only then is it known who
        // is behind.
        enRetard(tenues);
        var retards = enRetard(tenues);
        if (retards.isEmpty()) {
            return;
        }
        var cles = cles(connexion, retards);
        for (var table : tenues.tables()) {
            retards.stream().filter(table::containsKey).forEach(id -> table.get(id)
                    .replaceAll((colonne, cellule) -> stockee(cles.get(id), id, colonne, cellule)));
        }
        retards.stream().filter(tenues.ecartees()::containsKey).forEach(id -> tenues.ecartees()
                .get(id)
                .forEach((colonne, parRang) ->
                        parRang.replaceAll((rang, cellule) -> stockee(cles.get(id), id, colonne, cellule))));
        retards.stream()
                .filter(tenues.lignes()::containsKey)
                .forEach(id -> tenues.lignes().get(id).replaceAll((rang, ligne) -> rescelle(cles.get(id), ligne)));
    }

    private Set<Long> enRetard(Tenues tenues) {
        var retards = new HashSet<Long>();
        for (var table : tenues.tables()) {
            table.forEach((id, cellules) -> note(retards, id, cellules));
        }
        tenues.ecartees()
                .forEach((id, colonnes) -> colonnes.forEach((colonne, parRang) ->
                        parRang.values().forEach(cellule -> note(retards, id, Map.of(colonne, cellule)))));
        tenues.lignes()
                .forEach((id, parRang) -> parRang.values().forEach(ligne -> note(retards, id, ligne.cellules())));
        return retards;
    }

    private void note(Set<Long> retards, long id, Map<String, Cellule> cellules) {
        cellules.forEach((colonne, cellule) -> {
            if (!aJour(colonne, cellule)) {
                retards.add(id);
            }
        });
    }

    private Cellule stockee(CleEnregistrement cle, long id, String colonne, Cellule cellule) {
        try {
            return rescelle(cle, colonne, cellule);
        } catch (ValeurAlteree alteree) {
            LOG.warnf("enregistrement %d, colonne %s : la valeur stockée ne s'ouvre pas", id, colonne);
            return cellule;
        }
    }

    private LigneScellee rescelle(CleEnregistrement cle, LigneScellee ligne) {
        var cellules = new HashMap<>(ligne.cellules());
        cellules.replaceAll((colonne, cellule) -> rescelle(cle, colonne, cellule));
        return new LigneScellee(cellules, ligne.traces(), ligne.marques());
    }

    private Cellule rescelle(CleEnregistrement cle, String colonne, Cellule cellule) {
        if (aJour(colonne, cellule)) {
            return cellule;
        }
        if (cle == null) {
            throw new ValeurAlteree("l'enregistrement n'a pas de secret qui s'ouvre");
        }
        return new Cellule(
                scellement.rescelle(autorisation, cle, champs.get(colonne), cellule.scelle()), null, cellule.index());
    }

    /** Secrets of these records; of one whose secret is gone or damaged, none. */
    private Map<Long, CleEnregistrement> cles(SqlConnection connexion, Set<Long> ids) {
        var cles = new HashMap<Long, CleEnregistrement>();
        for (var ligne : connexion
                .preparedQuery("select distinct on (enregistrement) enregistrement, epoque, enveloppe from secret"
                        + " where enregistrement = any($1) order by enregistrement, epoque desc")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))) {
            var id = ligne.getLong(0);
            try {
                cles.put(
                        id,
                        scellement.cle(
                                id, ligne.getInteger(1), ligne.getBuffer(2).getBytes()));
            } catch (ValeurAlteree alteree) {
                LOG.warnf("enregistrement %d : le secret ne s'ouvre pas", id);
            }
        }
        return cles;
    }
}
