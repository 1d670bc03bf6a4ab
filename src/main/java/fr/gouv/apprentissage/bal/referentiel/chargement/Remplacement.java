package fr.gouv.apprentissage.bal.referentiel.chargement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a table hold these rows and no other, touching only those that differ, so that the same load twice writes nothing.
 *
 * @param table its name
 * @param colonnes its columns and their types, the key first
 * @param lignes rows as texts, in the order of the columns
 */
record Remplacement(String table, List<Colonne> colonnes, List<String[]> lignes) {

    private static final int LOT = 2000;

    /** A column and its type in PostgreSQL. */
    record Colonne(String nom, String type) {}

    /** Runs in the transaction of this connection. */
    Uni<Effet> execute(SqlConnection connexion) {
        return connexion
                .query("create temp table %s (like %s) on commit drop".formatted(copie(), table))
                .execute()
                .chain(() -> Multi.createFrom()
                        .iterable(lots())
                        .onItem()
                        .transformToUniAndConcatenate(
                                lot -> connexion.preparedQuery(copieLot()).execute(lot))
                        .collect()
                        .last())
                .chain(() -> connexion.query("analyze " + copie()).execute())
                .chain(() -> connexion.query(retire()).execute())
                .chain(retirees -> connexion.query(ecris()).execute().map(ecrites -> {
                    int ajoutes = 0;
                    for (var ligne : ecrites) {
                        ajoutes += ligne.getBoolean("cree") ? 1 : 0;
                    }
                    return new Effet(lignes.size(), ajoutes, ecrites.size() - ajoutes, retirees.rowCount());
                }));
    }

    private String copie() {
        return "charge_" + table;
    }

    private String cle() {
        return colonnes.get(0).nom();
    }

    private String copieLot() {
        var valeurs = colonnes.stream().map(c -> c.nom() + "::" + c.type()).collect(Collectors.joining(", "));
        var listes = IntStream.rangeClosed(1, colonnes.size())
                .mapToObj(rang -> "$" + rang + "::text[]")
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from unnest(%s) as u(%s)"
                .formatted(copie(), noms(""), valeurs, listes, noms(""));
    }

    private String retire() {
        return "delete from %1$s t where not exists (select 1 from %2$s c where c.%3$s = t.%3$s)"
                .formatted(table, copie(), cle());
    }

    private String ecris() {
        var neuves =
                colonnes.stream().map(c -> c.nom() + " = excluded." + c.nom()).collect(Collectors.joining(", "));
        return """
                insert into %1$s (%2$s) select %3$s from %4$s c left join %1$s t on t.%5$s = c.%5$s
                where t.%5$s is null or (%6$s) is distinct from (%3$s)
                on conflict (%5$s) do update set %7$s returning xmax = 0 as cree
                """
                .formatted(table, noms(""), noms("c."), copie(), cle(), noms("t."), neuves);
    }

    private String noms(String prefixe) {
        return colonnes.stream().map(c -> prefixe + c.nom()).collect(Collectors.joining(", "));
    }

    private List<Tuple> lots() {
        var lots = new ArrayList<Tuple>();
        for (int debut = 0; debut < lignes.size(); debut += LOT) {
            var lot = lignes.subList(debut, Math.min(debut + LOT, lignes.size()));
            var arguments = Tuple.tuple();
            for (int rang = 0; rang < colonnes.size(); rang++) {
                int colonne = rang;
                arguments.addValue(lot.stream().map(ligne -> ligne[colonne]).toArray(String[]::new));
            }
            lots.add(arguments);
        }
        return lots;
    }
}
