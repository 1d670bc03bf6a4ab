package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contact.Contact;
import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.passerelle.schema.Racines;
import fr.gouv.apprentissage.bal.personne.Personne;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** To add a field is its line, a migration and its mapping in the connector that brings it (DESIGN.md, "One declaration"). */
class DeclarationsTest {

    /** Fields that other sources bring: DECA carries none of them (domain.md §2.2). */
    private static final Set<String> D_AUTRES_SOURCES =
            Set.of("Personne.ine", "Personne.representants", "Employeur.opco");

    /** Columns of the machinery: which record, from where, of when, and the copies that indexes need. */
    private static final Map<String, Set<String>> TECHNIQUES = Map.of(
            "identite", Set.of("enregistrement", "personne", "source", "etat_du"),
            "contact", Set.of("enregistrement", "source", "questionne", "premiere_vue", "derniere_vue", "lieu"),
            "contrat",
                    Set.of(
                            "id",
                            "source",
                            "jeton",
                            "etat_du",
                            "modifie_le",
                            "premiere_vue",
                            "derniere_vue",
                            "expire_le",
                            "jour_lba",
                            "jour_tba",
                            "region",
                            "academie",
                            "departement",
                            "debut_tri",
                            "ordre"));

    private static Map<String, Map<String, String>> types;

    @BeforeAll
    static void migre() throws IOException, SQLException {
        try (var serveur = EmbeddedPostgres.builder().start()) {
            try (var connexion = serveur.getPostgresDatabase().getConnection();
                    var ordre = connexion.createStatement();
                    var roles = DeclarationsTest.class.getResourceAsStream("/db/roles.sql")) {
                ordre.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
                ordre.execute("alter database postgres owner to bal_proprietaire");
            }
            Flyway.configure()
                    .dataSource(serveur.getDatabase("bal_proprietaire", "postgres"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            types = Map.of(
                    "identite", colonnes(serveur, "identite"),
                    "contrat", colonnes(serveur, "contrat"),
                    "contact", colonnes(serveur, "contact"));
        }
    }

    @Test
    void every_stored_field_has_its_column_and_its_mapping() {
        var declarees = new Declarees(catalogue(), types, portees());

        assertThat(declarees.fautes(D_AUTRES_SOURCES)).isEmpty();
        assertThat(declarees.stockes()).hasSizeGreaterThan(40);
    }

    @Test
    void a_field_without_a_column_is_told() {
        var sansAdresse = sans("identite", "adresse");

        assertThat(new Declarees(catalogue(), sansAdresse, portees()).fautes(D_AUTRES_SOURCES))
                .containsExactly("Personne.adresse : sans colonne");
    }

    @Test
    void a_personal_field_in_a_clear_column_is_told() {
        var enClair = sans("contrat", "derniere_classe");
        enClair.get("contrat").put("derniere_classe", "text");

        assertThat(new Declarees(catalogue(), enClair, portees()).fautes(D_AUTRES_SOURCES))
                .containsExactly("Contrat.derniereClasse : text au lieu de bytea");
    }

    @Test
    void a_field_that_the_connector_does_not_bring_is_told() {
        var portees = portees();
        portees.remove("employeur_naf");

        assertThat(new Declarees(catalogue(), types, portees).fautes(D_AUTRES_SOURCES))
                .containsExactly("Employeur.naf : sans lecture de DECA");
    }

    @Test
    void the_connector_brings_only_declared_columns() {
        var declarees = declarees("identite");
        declarees.addAll(declarees("contrat"));

        assertThat(declarees).containsAll(portees());
    }

    @Test
    void no_column_of_a_record_is_undeclared() {
        for (var table : TECHNIQUES.keySet()) {
            var attendues = declarees(table);
            attendues.addAll(TECHNIQUES.get(table));

            assertThat(types.get(table).keySet()).as(table).containsExactlyInAnyOrderElementsOf(attendues);
        }
    }

    @Test
    void no_number_is_that_of_two_fields_whether_they_are_served_or_not() {
        var tous = Stream.of(Personne.class, Contrat.class, Contact.class)
                .flatMap(type -> Colonne.de(type).stream())
                .flatMap(colonne -> colonne.champ().stream())
                .map(ChampDeclare::numero)
                .toList();

        assertThat(tous).hasSizeGreaterThan(45).doesNotHaveDuplicates();
    }

    @Test
    void no_column_is_sealed_but_those_of_personal_fields() {
        var personnelles = Stream.of(Personne.class, Contrat.class, Contact.class)
                .flatMap(type -> Colonne.de(type).stream())
                .filter(Colonne::scellee)
                .map(Colonne::nom)
                .collect(Collectors.toSet());
        var scellees = types.values().stream()
                .flatMap(colonnes -> colonnes.entrySet().stream())
                .filter(colonne -> colonne.getValue().equals("bytea"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(scellees).isEqualTo(personnelles);
    }

    private static Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }

    private static Set<String> portees() {
        var portees = new TreeSet<>(Champs.colonnes(Champs.Portee.LBA));
        portees.addAll(Champs.colonnes(Champs.Portee.TBA));
        return portees;
    }

    private static Set<String> declarees(String table) {
        var type = Map.of("identite", Personne.class, "contrat", Contrat.class, "contact", Contact.class)
                .get(table);
        return Colonne.de(type).stream().map(Colonne::nom).collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, Map<String, String>> sans(String table, String colonne) {
        var copie = new TreeMap<String, Map<String, String>>();
        types.forEach((nom, colonnes) -> copie.put(nom, new TreeMap<>(colonnes)));
        copie.get(table).remove(colonne);
        return copie;
    }

    private static Map<String, String> colonnes(EmbeddedPostgres serveur, String table) throws SQLException {
        var colonnes = new TreeMap<String, String>();
        try (var connexion = serveur.getPostgresDatabase().getConnection();
                var ordre = connexion.prepareStatement("select column_name, data_type from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ?")) {
            ordre.setString(1, table);
            try (var lignes = ordre.executeQuery()) {
                while (lignes.next()) {
                    colonnes.put(lignes.getString(1), lignes.getString(2));
                }
            }
        }
        return colonnes;
    }
}
