package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import fr.gouv.apprentissage.bal.referentiel.BaseReferentiel;
import fr.gouv.apprentissage.bal.referentiel.Certification;
import fr.gouv.apprentissage.bal.referentiel.CertificationStore;
import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;
import fr.gouv.apprentissage.bal.referentiel.Organisme;
import fr.gouv.apprentissage.bal.referentiel.OrganismeFiltre;
import fr.gouv.apprentissage.bal.referentiel.OrganismeStore;
import fr.gouv.apprentissage.bal.referentiel.RequetesReferentiel;
import fr.gouv.apprentissage.bal.referentiel.Territoire;
import fr.gouv.apprentissage.bal.referentiel.TerritoiresDOrganismes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequetesReferentielTest {

    private static final Siret RENNES = new Siret("13002526500013");
    private static final Siret STRASBOURG = new Siret("19672198900040");
    private static final Siret BOURG = new Siret("77931002800013");
    private static final Uai PARTAGE = new Uai("0951099D");
    private static final Uai SEUL = new Uai("0060033D");
    private static final String ORGANISMES =
            """
            uai;siret;raison_sociale;enseigne;nature;departement;commune;adresse
            0951099D;13002526500013;CFA DE L'ÉLEVAGE;LES PRÉS;formateur;35;Rennes;1 RUE X 35000 RENNES
            ;19672198900040;LYCEE SAINT JEAN;;inconnue;67;Strasbourg;
            0951099D;77931002800013;MAISON DE L'ELEVAGE;;responsable;01;Bourg-en-Bresse;
            0060033D;;CENTRE SANS SIRET;;;06;;
            0134349G;43937112100013;CENTRE SANS LIEU;;;;;
            """;
    private static final String REFERENTIEL =
            """
            [{"siret":"13002526500013","qualiopi":true,"adresse":{"label":"2 RUE Y 35200 RENNES","code_postal":"35200",
              "code_insee":"35238","localite":"Rennes","departement":{"code":"35"}}}]""";
    private static final String DIPLOMES =
            """
            FORMATION_DIPLOME;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;NIVEAU_QUALIFICATION_RNCP;RNCP
            46321218;APICULTURE (CSA);01/09/2017;;04;RNCP12345
            46321219;APICULTURE ANCIENNE;01/09/2007;31/08/2017;04;RNCP12345
            """;

    private static RequetesReferentiel requetes;

    @BeforeAll
    static void charge() {
        var pool = BaseReferentiel.vide();
        new Chargement(pool, charge -> {})
                .charge(new Sources(
                        List.of(Source.texte("o", ORGANISMES), Source.texte("r", REFERENTIEL)),
                        List.of(Source.texte("d", DIPLOMES)),
                        List.of()))
                .await()
                .indefinitely();
        requetes = new RequetesReferentiel(new OrganismeStore(pool), new CertificationStore(pool));
    }

    @Test
    void anOrganismeIsFoundByItsSiretWithAllItsFields() {
        assertThat(organisme(RENNES, null))
                .isEqualTo(new Organisme(
                        RENNES,
                        PARTAGE,
                        "CFA DE L'ÉLEVAGE",
                        NatureOrganisme.FORMATEUR,
                        true,
                        new Adresse("2 RUE Y", new CodePostal("35200"), "Rennes", new CodeCommune("35238"), "35"),
                        "35",
                        "14",
                        "53"));
    }

    @Test
    void whatIsNotKnownOfAnOrganismeIsNull() {
        assertThat(organisme(new Siret("43937112100013"), null))
                .isEqualTo(new Organisme(
                        new Siret("43937112100013"),
                        new Uai("0134349G"),
                        "CENTRE SANS LIEU",
                        NatureOrganisme.INCONNUE,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void ofSeveralOrganismesUnderOneUaiThatOfTheReferentielAnswers() {
        assertThat(organisme(null, PARTAGE).siret()).isEqualTo(RENNES);
    }

    @Test
    void anOrganismeWithoutSiretIsFoundByItsUai() {
        assertThat(organisme(null, SEUL).raisonSociale()).isEqualTo("CENTRE SANS SIRET");
    }

    @Test
    void ofTwoCodesBothMustFit() {
        assertThat(organisme(BOURG, PARTAGE).siret()).isEqualTo(BOURG);
        assertThat(organisme(BOURG, SEUL)).isNull();
    }

    @Test
    void withoutAnyCodeTheQuestionIsRefused() {
        assertThatThrownBy(() -> requetes.organisme(null, null))
                .isInstanceOfSatisfying(ArgumentInvalide.class, faute -> assertThat(faute.argument())
                        .isEqualTo("siret"))
                .hasMessage("il faut au moins l'un des arguments siret et uai");
        assertThatThrownBy(() -> requetes.certification(null, null))
                .hasMessage("il faut au moins l'un des arguments cfd et rncp");
    }

    @Test
    void withoutAnyCriterionAllAreListedInTheirOrder() {
        assertThat(cles(page(null, 20, null)))
                .containsExactly("0060033D", "13002526500013", "19672198900040", "43937112100013", "77931002800013");
    }

    @Test
    void eachCriterionSetsItsBound() {
        assertThat(cles(filtre(List.of(RENNES, BOURG), null, null, null, null, null, null)))
                .containsExactly("13002526500013", "77931002800013");
        assertThat(cles(filtre(null, List.of(SEUL), null, null, null, null, null)))
                .containsExactly("0060033D");
        assertThat(cles(filtre(null, null, null, List.of("53", "44"), null, null, null)))
                .containsExactly("13002526500013", "19672198900040");
        assertThat(cles(filtre(null, null, null, null, List.of("10"), null, null)))
                .containsExactly("77931002800013");
        assertThat(cles(filtre(null, null, null, null, null, List.of("06"), null)))
                .containsExactly("0060033D");
        assertThat(cles(filtre(null, null, null, null, null, null, NatureOrganisme.RESPONSABLE)))
                .containsExactly("77931002800013");
    }

    @Test
    void criteriaMustAllHold() {
        assertThat(cles(filtre(List.of(RENNES, BOURG), null, "elevage", List.of("53"), null, null, null)))
                .containsExactly("13002526500013");
    }

    @Test
    void anEmptyListMatchesNothing() {
        assertThat(filtre(List.of(), null, null, null, null, null, null).totalCount())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élevage", "ELEV", "rennes élevage", "les prés", "cfa-rennes"})
    void aTextIsFoundByItsWordsFoldedInAnyOrder(String texte) {
        assertThat(cles(filtre(null, null, texte, null, null, null, null))).contains("13002526500013");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_", "' or true --", "elevage strasbourg"})
    void aTextThatNamesNothingFindsNothing(String texte) {
        assertThat(cles(filtre(null, null, texte, null, null, null, null))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapNorOverlap() {
        var cles = new ArrayList<String>();
        String apres = null;
        Connection<Organisme> page;
        do {
            page = page(null, 2, apres);
            cles.addAll(cles(page));
            apres = page.pageInfo().endCursor();
        } while (page.pageInfo().hasNextPage());

        assertThat(cles).containsExactlyElementsOf(cles(page(null, 20, null)));
    }

    @Test
    void aPageSaysWhereItStands() {
        var premiere = page(null, 2, null);
        var deuxieme = page(null, 2, premiere.pageInfo().endCursor());

        assertThat(premiere.pageInfo().hasPreviousPage()).isFalse();
        assertThat(deuxieme.pageInfo().hasPreviousPage()).isTrue();
        assertThat(deuxieme.pageInfo().startCursor())
                .isEqualTo(deuxieme.edges().get(0).cursor());
        assertThat(deuxieme.totalCount()).isEqualTo(5);
    }

    @Test
    void afterTheLastRowThePageIsEmpty() {
        var fin = page(null, 20, page(null, 20, null).pageInfo().endCursor());

        assertThat(fin).isEqualTo(new Connection<>(List.of(), new Connection.PageInfo(false, true, null, null), 5));
    }

    @Test
    void aPageOfNoRowOnlyCounts() {
        assertThat(page(null, 0, null))
                .isEqualTo(new Connection<>(List.of(), new Connection.PageInfo(true, false, null, null), 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 201})
    void aPageOutOfRangeIsRefused(int first) {
        assertThatThrownBy(() -> page(null, first, null))
                .isInstanceOf(ArgumentInvalide.class)
                .hasMessage("first va de 0 à 200");
    }

    @Test
    void aWrongCursorIsRefused() {
        assertThatThrownBy(() -> page(null, 20, "faux")).isInstanceOf(CurseurInvalide.class);
    }

    @Test
    void aDiplomaIsFoundByItsCfd() {
        assertThat(requetes.certification(new Cfd("46321219"), null).await().indefinitely())
                .isEqualTo(new Certification(
                        new Cfd("46321219"),
                        new Rncp("RNCP12345"),
                        "APICULTURE ANCIENNE",
                        4,
                        LocalDate.of(2007, 9, 1),
                        LocalDate.of(2017, 8, 31)));
    }

    @Test
    void ofSeveralDiplomasUnderOneRncpTheOpenOneAnswers() {
        assertThat(requetes.certification(null, new Rncp("RNCP12345"))
                        .await()
                        .indefinitely()
                        .cfd())
                .isEqualTo(new Cfd("46321218"));
    }

    @Test
    void aDiplomaThatDoesNotExistIsNull() {
        assertThat(requetes.certification(new Cfd("00000000"), null).await().indefinitely())
                .isNull();
    }

    @Test
    void territoriesAreGivenForManySiretsAtOnce() {
        assertThat(new TerritoiresDOrganismes(BaseReferentiel.pool())
                        .parSirets(List.of(RENNES.valeur(), STRASBOURG.valeur(), "43937112100013", "inconnu"))
                        .await()
                        .indefinitely())
                .isEqualTo(Map.of(
                        RENNES.valeur(),
                        new Territoire("35", "14", "53"),
                        STRASBOURG.valeur(),
                        new Territoire("67", "15", "44")));
    }

    @Test
    void territoriesAreGivenForManyUaisAtOnce() {
        assertThat(new TerritoiresDOrganismes(BaseReferentiel.pool())
                        .parUais(List.of(PARTAGE.valeur(), SEUL.valeur(), "0134349G"))
                        .await()
                        .indefinitely())
                .isEqualTo(Map.of(
                        PARTAGE.valeur(), new Territoire("35", "14", "53"),
                        SEUL.valeur(), new Territoire("06", "23", "93")));
    }

    private static Organisme organisme(Siret siret, Uai uai) {
        return requetes.organisme(siret, uai).await().indefinitely();
    }

    private static Connection<Organisme> page(OrganismeFiltre filtre, int first, String after) {
        return requetes.organismes(filtre, first, after).await().indefinitely();
    }

    private static Connection<Organisme> filtre(
            List<Siret> siret,
            List<Uai> uai,
            String texte,
            List<String> region,
            List<String> academie,
            List<String> departement,
            NatureOrganisme nature) {
        return page(new OrganismeFiltre(siret, uai, texte, region, academie, departement, nature), 20, null);
    }

    private static List<String> cles(Connection<Organisme> page) {
        return page.edges().stream()
                .map(Connection.Edge::node)
                .map(o -> o.siret() == null ? o.uai().valeur() : o.siret().valeur())
                .toList();
    }
}
