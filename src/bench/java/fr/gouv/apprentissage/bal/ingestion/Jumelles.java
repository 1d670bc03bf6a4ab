package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables that a merge writes once more, in the schema {@code clair}: the same columns and indexes, text of the clear length where sealed values
 * stand. What the product wrote of a day is taken from its tables and upserted there by {@code unnest}, as simply as it can be done.
 */
public final class Jumelles {

    /** What a sealed value has beside its clear bytes: format, key version, digest, nonce, tag. */
    private static final int SURCHARGE = 41;

    private static final String DU_JOUR = "(select id from contrat where etat_du = $1)";

    /**
     * @param cle its primary key
     * @param colonneDuRecord by which the rows of a day are found
     * @param scellees columns of bytea that hold sealed values
     */
    private record Table(String nom, List<String> cle, String colonneDuRecord, Set<String> scellees) {}

    private static final List<Table> TABLES = List.of(
            new Table("secret", List.of("enregistrement", "epoque"), "enregistrement", Set.of()),
            new Table("contrat_cle", List.of("generation", "empreinte"), "enregistrement", Set.of()),
            new Table(
                    "contrat",
                    List.of("id"),
                    "id",
                    Set.of(
                            "numero",
                            "motif_rupture",
                            "commentaire_rupture",
                            "derniere_classe",
                            "employeur_courriel",
                            "employeur_telephone")),
            new Table(
                    "identite",
                    List.of("enregistrement"),
                    "enregistrement",
                    Set.of(
                            "nom",
                            "prenoms",
                            "date_naissance",
                            "sexe",
                            "departement_naissance",
                            "ine",
                            "courriels",
                            "telephones",
                            "adresse",
                            "nationalite",
                            "handicap",
                            "representants")),
            new Table(
                    "rapprochement",
                    List.of("genre", "generation", "empreinte", "enregistrement"),
                    "enregistrement",
                    Set.of()),
            new Table(
                    "index_aveugle",
                    List.of("genre", "generation", "empreinte", "enregistrement"),
                    "enregistrement",
                    Set.of()),
            new Table(
                    "contrat_ecarte",
                    List.of("enregistrement", "colonne", "extrait"),
                    "enregistrement",
                    Set.of("scelle")),
            new Table("changement", List.of("enregistrement", "numero"), "enregistrement", Set.of("avant", "apres")),
            new Table("quarantaine", List.of("enregistrement"), "enregistrement", Set.of("contenu")),
            new Table("contact", List.of("enregistrement"), "enregistrement", Set.of("courriel")));

    private record Colonne(String nom, String type, boolean scellee) {

        boolean octets() {
            return type.equals("bytea") && !scellee;
        }
    }

    /** A statement's worth of rows: arrays by column. */
    private record Lot(String sql, Tuple valeurs, int lignes) {}

    private final Pool pool;
    private final Map<Table, List<Colonne>> colonnes = new LinkedHashMap<>();

    public Jumelles(Pool pool) {
        this.pool = pool;
    }

    /** Makes them, with the rows that stand. */
    public void cree(Connection proprietaire) throws SQLException {
        execute(proprietaire, "create schema clair");
        for (var table : TABLES) {
            colonnes.put(table, colonnes(proprietaire, table));
            execute(
                    proprietaire,
                    "create table clair." + table.nom() + " (like public." + table.nom()
                            + " including defaults including generated including identity)");
            for (var scellee : table.scellees()) {
                execute(proprietaire, "alter table clair." + table.nom() + " alter " + scellee + " type text using ''");
            }
            var noms = noms(colonnes.get(table));
            execute(
                    proprietaire,
                    "insert into clair." + table.nom() + " (" + noms + ") overriding system value select "
                            + colonnes.get(table).stream()
                                    .map(Jumelles::enClair)
                                    .collect(Collectors.joining(", "))
                            + " from public." + table.nom());
            for (var index : index(proprietaire, table)) {
                execute(proprietaire, index);
            }
            execute(proprietaire, "analyze clair." + table.nom());
        }
        execute(proprietaire, "grant usage on schema clair to bal_service");
        execute(proprietaire, "grant all on all tables in schema clair to bal_service");
    }

    /** The rows of a day as the product left them, in statements of so many rows. */
    public final class Jour {

        private final List<Lot> lots = new ArrayList<>();
        private final Map<String, Integer> lignes = new LinkedHashMap<>();

        private Jour(java.time.LocalDate jour, int parLot) {
            for (var table : TABLES) {
                var siennes = lis(table, jour);
                lignes.put(table.nom(), siennes.size());
                for (var debut = 0; debut < siennes.size(); debut += parLot) {
                    lots.add(lot(table, siennes.subList(debut, Math.min(siennes.size(), debut + parLot))));
                }
            }
        }

        /** How many rows of each table. */
        public Map<String, Integer> lignes() {
            return lignes;
        }

        /** Upserts them: a commit for each lot, as staging has one, and nothing else. */
        public void ecris() {
            var transactions = new Transactions(pool);
            for (var lot : lots) {
                var ecrites = transactions.dans(connexion -> connexion
                        .preparedQuery(lot.sql())
                        .executeAndAwait(lot.valeurs())
                        .rowCount());
                if (ecrites != lot.lignes()) {
                    throw new IllegalStateException("des lignes manquent à la référence");
                }
            }
        }
    }

    public Jour jour(java.time.LocalDate jour, int parLot) {
        return new Jour(jour, parLot);
    }

    private List<Row> lis(Table table, java.time.LocalDate jour) {
        var filtre =
                switch (table.nom()) {
                    case "changement" -> "le = $1";
                    case "quarantaine" -> "jour = ($1 at time zone 'Europe/Paris')::date";
                    case "contact" -> "derniere_vue = $1";
                    case "secret" ->
                        "enregistrement in (select id from contrat where etat_du = $1 union all select enregistrement"
                                + " from quarantaine where jour = ($1 at time zone 'Europe/Paris')::date union all"
                                + " select enregistrement from contact where premiere_vue = $1)";
                    default -> table.colonneDuRecord() + " in " + DU_JOUR;
                };
        var lignes = new ArrayList<Row>();
        pool.preparedQuery("select "
                        + colonnes.get(table).stream()
                                .map(colonne ->
                                        colonne.type().equals("bytea") ? colonne.nom() : colonne.nom() + "::text")
                                .collect(Collectors.joining(", "))
                        + " from " + table.nom() + " where " + filtre)
                .executeAndAwait(Tuple.of(Jours.minuit(jour)))
                .forEach(lignes::add);
        return lignes;
    }

    private Lot lot(Table table, List<Row> lignes) {
        var siennes = colonnes.get(table);
        var valeurs = Tuple.tuple();
        for (var rang = 0; rang < siennes.size(); rang++) {
            valeurs.addValue(tableau(siennes.get(rang), rang, lignes));
        }
        return new Lot(upsert(table), valeurs, lignes.size());
    }

    private static Object tableau(Colonne colonne, int rang, List<Row> lignes) {
        if (colonne.octets()) {
            return lignes.stream()
                    .map(ligne -> ligne.getBuffer(rang) == null
                            ? null
                            : Buffer.buffer(ligne.getBuffer(rang).getBytes()))
                    .toArray(Buffer[]::new);
        }
        return lignes.stream()
                .map(ligne -> colonne.scellee()
                        ? ligne.getBuffer(rang) == null
                                ? null
                                : "x".repeat(Math.max(1, ligne.getBuffer(rang).length() - SURCHARGE))
                        : ligne.getString(rang))
                .toArray(String[]::new);
    }

    private String upsert(Table table) {
        var siennes = colonnes.get(table);
        var rang = IntStream.rangeClosed(1, siennes.size()).iterator();
        var autres = siennes.stream()
                .map(Colonne::nom)
                .filter(nom -> !table.cle().contains(nom))
                .map(nom -> nom + " = excluded." + nom)
                .collect(Collectors.joining(", "));
        return "insert into clair." + table.nom() + " (" + noms(siennes) + ") overriding system value select "
                + siennes.stream()
                        .map(une -> "u." + une.nom() + (une.octets() || une.scellee() ? "" : "::" + une.type()))
                        .collect(Collectors.joining(", "))
                + " from unnest("
                + siennes.stream()
                        .map(une -> "$" + rang.next() + (une.octets() ? "::bytea[]" : "::text[]"))
                        .collect(Collectors.joining(", "))
                + ") as u(" + noms(siennes) + ") on conflict (" + String.join(", ", table.cle()) + ") do update set "
                + (autres.isEmpty()
                        ? table.cle().get(0) + " = excluded." + table.cle().get(0)
                        : autres);
    }

    private static String enClair(Colonne colonne) {
        return colonne.scellee()
                ? "repeat('x', greatest(1, octet_length(" + colonne.nom() + ") - " + SURCHARGE + "))"
                : colonne.nom();
    }

    private static String noms(List<Colonne> colonnes) {
        return colonnes.stream().map(Colonne::nom).collect(Collectors.joining(", "));
    }

    private static List<Colonne> colonnes(Connection connexion, Table table) throws SQLException {
        var colonnes = new ArrayList<Colonne>();
        try (var ordre = connexion.prepareStatement(
                "select attname, format_type(atttypid, null) from pg_attribute where"
                        + " attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum")) {
            ordre.setString(1, "public." + table.nom());
            var lignes = ordre.executeQuery();
            while (lignes.next()) {
                var nom = lignes.getString(1);
                colonnes.add(
                        new Colonne(nom, lignes.getString(2), table.scellees().contains(nom)));
            }
        }
        return colonnes;
    }

    private static List<String> index(Connection connexion, Table table) throws SQLException {
        var index = new ArrayList<String>();
        try (var ordre = connexion.prepareStatement(
                "select pg_get_indexdef(indexrelid) from pg_index where indrelid = ?::regclass")) {
            ordre.setString(1, "public." + table.nom());
            var lignes = ordre.executeQuery();
            while (lignes.next()) {
                index.add(lignes.getString(1)
                        .replace("ON ONLY public.", "ON public.")
                        .replace("ON public.", "ON clair."));
            }
        }
        return index;
    }

    private static void execute(Connection connexion, String sql) throws SQLException {
        try (var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }
}
