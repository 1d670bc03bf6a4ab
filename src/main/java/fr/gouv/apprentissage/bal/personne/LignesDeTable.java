package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads and writes rows of a record's table by the thousand: one statement each, arrays unnested on the server (the fastest way that the
 * reactive client has). Clear values travel as text, so that one code serves every type.
 */
public final class LignesDeTable {

    /**
     * A column.
     *
     * @param nom its name
     * @param typeSql its type in PostgreSQL; {@code bytea} columns hold sealed values
     */
    public record Colonne(String nom, String typeSql) {

        boolean octets() {
            return typeSql.equals("bytea");
        }
    }

    private final String lecture;
    private final String ajout;
    private final String remplacement;
    private final List<Colonne> colonnes;

    /**
     * @param table name of the table
     * @param cle its key, a bigint, which is also the first of the columns
     * @param colonnes the columns that are read and written
     */
    public LignesDeTable(String table, String cle, List<Colonne> colonnes) {
        this.colonnes = List.copyOf(colonnes);
        var noms = noms(colonnes);
        lecture = "select "
                + colonnes.stream()
                        .map(colonne -> colonne.octets() ? colonne.nom() : colonne.nom() + "::text")
                        .collect(Collectors.joining(", "))
                + " from " + table + " where " + cle + " = any($1)";
        var valeurs =
                colonnes.stream().map(c -> "u." + c.nom() + "::" + c.typeSql()).collect(Collectors.joining(", "));
        ajout = "insert into " + table + " (" + noms + ") select " + valeurs + source();
        remplacement = "update " + table + " as t set "
                + colonnes.stream()
                        .skip(1)
                        .map(c -> c.nom() + " = u." + c.nom() + "::" + c.typeSql())
                        .collect(Collectors.joining(", "))
                + source() + " where t." + cle + " = u." + cle + "::bigint";
    }

    /** The rows of these keys that exist, by key. */
    public Map<Long, Map<String, Cellule>> charge(SqlConnection connexion, Collection<Long> cles) {
        var lignes = new HashMap<Long, Map<String, Cellule>>();
        for (var ligne :
                connexion.preparedQuery(lecture).executeAndAwait(Tuple.of((Object) cles.toArray(Long[]::new)))) {
            var cellules = cellules(ligne);
            lignes.put(Long.valueOf(cellules.get(colonnes.get(0).nom()).clair()), cellules);
        }
        return lignes;
    }

    /** Adds rows; a column that a row does not name is null. */
    public void ajoute(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        ecris(connexion, ajout, lignes);
    }

    /** Replaces every column of rows that exist. */
    public void remplace(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        ecris(connexion, remplacement, lignes);
    }

    private void ecris(SqlConnection connexion, String sql, List<Map<String, Cellule>> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        var parametres = Tuple.tuple();
        for (var colonne : colonnes) {
            parametres.addValue(colonne.octets() ? octets(lignes, colonne.nom()) : textes(lignes, colonne.nom()));
        }
        connexion.preparedQuery(sql).executeAndAwait(parametres);
    }

    private static io.vertx.core.buffer.Buffer[] octets(List<Map<String, Cellule>> lignes, String nom) {
        return lignes.stream()
                .map(ligne -> ligne.getOrDefault(nom, Cellule.VIDE).scelle())
                .map(octets -> octets == null ? null : io.vertx.core.buffer.Buffer.buffer(octets))
                .toArray(io.vertx.core.buffer.Buffer[]::new);
    }

    private static String[] textes(List<Map<String, Cellule>> lignes, String nom) {
        return lignes.stream()
                .map(ligne -> ligne.getOrDefault(nom, Cellule.VIDE).clair())
                .toArray(String[]::new);
    }

    private Map<String, Cellule> cellules(Row ligne) {
        var cellules = new HashMap<String, Cellule>();
        for (var rang = 0; rang < colonnes.size(); rang++) {
            var colonne = colonnes.get(rang);
            cellules.put(
                    colonne.nom(),
                    colonne.octets()
                            ? Cellule.scellee(octets(ligne.getBuffer(rang)))
                            : Cellule.claire(ligne.getString(rang)));
        }
        return cellules;
    }

    private static byte[] octets(Buffer tampon) {
        return tampon == null ? null : tampon.getBytes();
    }

    private String source() {
        var rang = new int[1];
        return " from unnest("
                + colonnes.stream()
                        .map(c -> "$" + ++rang[0] + (c.octets() ? "::bytea[]" : "::text[]"))
                        .collect(Collectors.joining(", "))
                + ") as u(" + noms(colonnes) + ")";
    }

    private static String noms(List<Colonne> colonnes) {
        return colonnes.stream().map(Colonne::nom).collect(Collectors.joining(", "));
    }
}
