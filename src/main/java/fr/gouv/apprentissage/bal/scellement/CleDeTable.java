package fr.gouv.apprentissage.bal.scellement;

import static java.util.stream.Collectors.joining;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The primary key of a table, to go through it in its order and to say where one stands: positions are texts. Its table is {@code t} in the
 * SQL that it gives.
 *
 * @param colonnes its columns, in their order
 */
public record CleDeTable(List<Colonne> colonnes) {

    /**
     * A column of the key.
     *
     * @param nom the column
     * @param type its type in PostgreSQL
     */
    public record Colonne(String nom, String type) {}

    public CleDeTable {
        colonnes = List.copyOf(colonnes);
    }

    /** Names and types, in turn. */
    public static CleDeTable de(String... nomsEtTypes) {
        var colonnes = new ArrayList<Colonne>();
        for (var rang = 0; rang < nomsEtTypes.length; rang += 2) {
            colonnes.add(new Colonne(nomsEtTypes[rang], nomsEtTypes[rang + 1]));
        }
        return new CleDeTable(colonnes);
    }

    /** How many columns. */
    public int longueur() {
        return colonnes.size();
    }

    /** Its columns as texts. */
    public String lues() {
        return joins(", ", rang -> "t." + colonnes.get(rang).nom() + "::text");
    }

    /** For {@code order by}. */
    public String ordre() {
        return joins(", ", rang -> "t." + colonnes.get(rang).nom());
    }

    /** Whether a row is after the position given as the first parameters. */
    public String apres() {
        return "(" + ordre() + ") > ("
                + joins(
                        ", ",
                        rang -> "$" + (rang + 1) + "::text::"
                                + colonnes.get(rang).type())
                + ")";
    }

    /** The parameters that {@link #apres} takes. */
    public Tuple parametres(Optional<String> apres) {
        var parametres = Tuple.tuple();
        apres.ifPresent(position -> new JsonArray(position).forEach(partie -> parametres.addString((String) partie)));
        return parametres;
    }

    /** The position of a row whose key was read as {@link #lues} from that column on. */
    public String position(Row ligne, int premiere) {
        var position = new JsonArray();
        IntStream.range(0, longueur()).forEach(rang -> position.add(ligne.getString(premiere + rang)));
        return position.encode();
    }

    /** The keys of rows as arrays, to be unnested by {@link #tableauxSql} under {@link #alias}. */
    public Tuple tableaux(List<Row> lignes, int premiere) {
        var parametres = Tuple.tuple();
        IntStream.range(0, longueur())
                .forEach(rang -> parametres.addValue(lignes.stream()
                        .map(ligne -> ligne.getString(premiere + rang))
                        .toArray(String[]::new)));
        return parametres;
    }

    /** The arrays as the first parameters. */
    public String tableauxSql() {
        return joins(", ", rang -> "$" + (rang + 1) + "::text[]");
    }

    /** Names of the unnested columns. */
    public String alias() {
        return joins(", ", rang -> "cle_" + rang);
    }

    /** Joins the table with what was unnested as {@code u}. */
    public String jointure() {
        return joins(
                " and ",
                rang -> "t." + colonnes.get(rang).nom() + " = u.cle_" + rang + "::"
                        + colonnes.get(rang).type());
    }

    private String joins(String separateur, IntFunction<String> texte) {
        return IntStream.range(0, longueur()).mapToObj(texte).collect(joining(separateur));
    }
}
