package fr.gouv.apprentissage.bal.passerelle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.charge.BaseDeMasse;
import fr.gouv.apprentissage.bal.charge.ContratsEnMasse;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page of contracts reads many rows, however many there are: from the plans that PostgreSQL reports. A system property makes it a million
 * contracts; what was touched at most by each key and order stands in {@code target/pages-bornees.txt}.
 */
class PagesBorneesTest {

    private static final int NOMBRE = Integer.getInteger("bal.test.masse", 50_000);
    private static final int AU_PLUS = 5_000;
    private static final List<Integer> TAILLES = List.of(20, 200);
    private static final String SELECTION =
            " { nodes { dateDebut statut numero employeur { siret } } pageInfo { hasNextPage } }";
    private static final Map<String, String> COLONNES = Map.of(
            "regions", "region",
            "academies", "academie",
            "departements", "departement",
            "sirens", "employeur_siren",
            "opcos", "employeur_opco",
            "sources", "source");
    private static final Map<String, Long> RELEVE = new TreeMap<>();

    private static BaseDeMasse base;
    private static Connection connexion;
    private static PlanDePostgres plans;

    @BeforeAll
    static void charge() throws Exception {
        base = BaseDeMasse.demarre();
        connexion = base.proprietaire();
        long debut = System.nanoTime();
        new ContratsEnMasse(connexion).charge(7, NOMBRE, false);
        RELEVE.put("chargement, secondes", (System.nanoTime() - debut) / 1_000_000_000);
        plans = new PlanDePostgres(base.autreConnexion());
    }

    @AfterAll
    static void arrete() throws Exception {
        Files.writeString(
                Path.of("target", "pages-bornees.txt"),
                NOMBRE + " contrats\n"
                        + String.join(
                                "\n",
                                RELEVE.entrySet().stream()
                                        .map(releve -> releve.getKey() + " : " + releve.getValue())
                                        .toList())
                        + "\n");
        base.close();
    }

    static Stream<Arguments> clesEtOrdres() {
        return Stream.of("aucune", "regions", "academies", "departements", "organismes", "sirens", "opcos", "sources")
                .flatMap(cle ->
                        Stream.of("", "tri: DATE_DEBUT", "tri: DATE_DEBUT_DESC").map(tri -> Arguments.of(cle, tri)));
    }

    @ParameterizedTest
    @MethodSource("clesEtOrdres")
    void firstAndMiddlePagesOfEachKeyAndOrderTouchFewRows(String cle, String tri) throws SQLException {
        for (var valeurs : valeurs(cle)) {
            var perimetre = perimetre(cle, valeurs);
            var milieu = milieu(cle, valeurs, tri);
            for (var taille : TAILLES) {
                for (var apres : List.of(Optional.<PageDeTest.Position>empty(), Optional.of(milieu))) {
                    var arguments = tri + (apres.isPresent() ? " after: \"curseur\"" : "");
                    var page = PageDeTest.de(List.of(perimetre), arguments, SELECTION);
                    var touchees = touchees(page, page.valeurs(new Long[0], taille, apres));

                    RELEVE.merge(
                            cle + " × " + (tri.isEmpty() ? "id" : tri.substring("tri: ".length())) + ", " + taille
                                    + " lignes, " + (apres.isPresent() ? "milieu" : "début"),
                            touchees,
                            Math::max);
                    assertThat(touchees)
                            .as(cle + " (" + valeurs.size() + "), " + arguments + ", " + taille + " lignes")
                            .isLessThanOrEqualTo(AU_PLUS);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"employeurSiren", "employeurSiret", "organismeSiret", "ids"})
    void aSelectiveCriterionUnderAPerimeterTouchesFewRows(String critere) throws SQLException {
        var colonne = Map.of(
                        "employeurSiren", "employeur_siren",
                        "employeurSiret", "employeur_siret",
                        "organismeSiret", "formation_siret",
                        "ids", "id")
                .get(critere);
        for (var valeur : List.of(moyenne(colonne), rare(colonne))) {
            for (var tri : List.of("", " tri: DATE_DEBUT", " tri: DATE_DEBUT_DESC")) {
                for (var region : List.of(frequente("region"), rare("region"))) {
                    var page = PageDeTest.de(
                            List.of(perimetre("regions", List.of(region))),
                            "filtre: { " + critere + ": [\"" + valeur + "\"] }" + tri,
                            SELECTION);
                    var ids = critere.equals("ids") ? new Long[] {Long.valueOf(valeur)} : new Long[0];
                    var touchees = touchees(page, page.valeurs(ids, TAILLES.get(0), Optional.empty()));

                    RELEVE.merge("filtre " + critere, touchees, Math::max);
                    assertThat(touchees).as(critere + tri).isLessThanOrEqualTo(AU_PLUS);
                }
            }
        }
    }

    @Test
    void severalPerimetersAtOnceTouchFewRows() throws SQLException {
        var perimetres = List.of(
                perimetre("regions", List.of(frequente("region"))),
                perimetre("departements", valeurs("departement", 1_000)),
                perimetre("sources", List.of(rare("source"))));
        for (var tri : List.of("", "tri: DATE_DEBUT", "tri: DATE_DEBUT_DESC")) {
            var page = PageDeTest.de(perimetres, tri, SELECTION);

            assertThat(touchees(page, page.valeurs(new Long[0], TAILLES.get(0), Optional.empty())))
                    .as(tri)
                    .isLessThanOrEqualTo(AU_PLUS);
        }
    }

    @Test
    void rowsAreCountedOnlyWhenTheCountIsAskedFor() {
        var perimetres = List.of(Perimetre.SANS_BORNE);

        assertThat(PageDeTest.de(perimetres, "", SELECTION).page().comptage()).isEmpty();
        assertThat(PageDeTest.de(perimetres, "", " { totalCount }").page().comptage())
                .isPresent();
    }

    private static long touchees(PageDeTest page, Valeurs valeurs) throws SQLException {
        long touchees = 0;
        for (var planification : PlanDePostgres.Planification.values()) {
            touchees =
                    Math.max(touchees, plans.lignesTouchees(page.page().noeud().requete(), valeurs, planification));
        }
        return touchees;
    }

    /** One value that many rows have, one that few have, and all of them up to a thousand. */
    private static List<List<String>> valeurs(String cle) throws SQLException {
        if (cle.equals("aucune")) {
            return List.of(List.of());
        }
        var colonne = COLONNES.getOrDefault(cle, "formation_siret");
        return List.of(List.of(frequente(colonne)), List.of(rare(colonne)), valeurs(colonne, 1_000));
    }

    private static Perimetre perimetre(String cle, List<String> valeurs) {
        return new Perimetre(
                cle.equals("regions") ? valeurs : null,
                cle.equals("academies") ? valeurs : null,
                cle.equals("departements") ? valeurs : null,
                cle.equals("organismes") ? valeurs.stream().map(Siret::new).toList() : null,
                cle.equals("sirens") ? valeurs.stream().map(Siren::new).toList() : null,
                cle.equals("opcos") ? valeurs : null,
                cle.equals("sources") ? valeurs : null,
                null);
    }

    /** The row in the middle of those of a perimeter. */
    private static PageDeTest.Position milieu(String cle, List<String> valeurs, String tri) throws SQLException {
        var liste =
                "'{" + String.join(",", valeurs.stream().map(v -> '"' + v + '"').toList()) + "}'";
        var borne =
                switch (cle) {
                    case "aucune" -> "true";
                    case "organismes" ->
                        "(formation_siret = any(" + liste + ") or responsable_siret = any(" + liste + "))";
                    default -> COLONNES.get(cle) + " = any(" + liste + ")";
                };
        var ordre =
                switch (tri) {
                    case "" -> "id";
                    case "tri: DATE_DEBUT" -> "debut_tri, id";
                    default -> "debut_tri desc, id desc";
                };
        try (var requete = connexion.createStatement();
                var reponse = requete.executeQuery("select debut_tri, id from contrat where " + borne + " order by "
                        + ordre + " limit 1 offset (select count(*) / 2 from contrat where " + borne + ")")) {
            reponse.next();
            return new PageDeTest.Position(reponse.getDate(1).toLocalDate(), reponse.getLong(2));
        }
    }

    private static String frequente(String colonne) throws SQLException {
        return textes("select " + colonne + "::text from contrat where " + colonne + " is not null group by " + colonne
                        + " order by count(*) desc, 1 limit 1")
                .get(0);
    }

    /** Of the values that at most a thousand rows have, the most frequent: beyond, a criterion and a perimeter may miss each other. */
    private static String moyenne(String colonne) throws SQLException {
        return textes("select " + colonne + "::text from contrat where " + colonne + " is not null group by " + colonne
                        + " having count(*) <= 1000 order by count(*) desc, 1 limit 1")
                .get(0);
    }

    private static String rare(String colonne) throws SQLException {
        return textes("select " + colonne + "::text from contrat where " + colonne + " is not null group by " + colonne
                        + " order by count(*), 1 limit 1")
                .get(0);
    }

    private static List<String> valeurs(String colonne, int auPlus) throws SQLException {
        return textes("select distinct " + colonne + " from contrat where " + colonne + " is not null order by 1 limit "
                + auPlus);
    }

    private static List<String> textes(String sql) throws SQLException {
        var textes = new ArrayList<String>();
        try (var requete = connexion.createStatement();
                var reponse = requete.executeQuery(sql)) {
            while (reponse.next()) {
                textes.add(reponse.getString(1));
            }
        }
        return textes;
    }
}
