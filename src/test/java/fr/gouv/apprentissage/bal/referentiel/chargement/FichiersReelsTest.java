package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.referentiel.BaseReferentiel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real files of ../shared/data, to the row (issue 3, Shown by 6). */
class FichiersReelsTest {

    private static Rapport rapport;

    @BeforeAll
    static void charge() {
        BaseReferentiel.vide();
        rapport = new Chargement(BaseReferentiel.pool(), charge -> {})
                .charge(sources())
                .await()
                .indefinitely();
    }

    @Test
    void ofTheListAllAreKeptAndOneUaiIsCorrected() {
        assertThat(rapport.fichiers().get(0))
                .isEqualTo(new RapportDeFichier(
                        "organismes.csv",
                        6059,
                        6059,
                        1,
                        0,
                        List.of(new Remarque(3458, "écriture corrigée d'un identifiant")),
                        List.of(),
                        320,
                        671));
    }

    @Test
    void ofTheReferentielAllAreKept() {
        assertThat(rapport.fichiers().get(1).toString())
                .isEqualTo(
                        "referentiel-organismes.json : 808 lus, 808 gardés dont 0 corrigés, 0 refusés, 49 UAI sur plusieurs SIRET (118 lignes)");
    }

    @Test
    void ofTheDiplomasAllAreKept() {
        assertThat(rapport.fichiers().get(2))
                .isEqualTo(new RapportDeFichier(
                        "bcn-formation-diplome.csv", 3923, 3923, 0, 0, List.of(), List.of(), 0, 0));
    }

    @Test
    void ofTheLevelsAllAreKept() {
        assertThat(rapport.fichiers().get(3))
                .isEqualTo(new RapportDeFichier(
                        "bcn-niveau-formation-diplome.csv", 206, 206, 0, 0, List.of(), List.of(), 0, 0));
    }

    @Test
    void theTwoFilesHave584OrganismesInCommon() {
        assertThat(rapport.organismes().total()).isEqualTo(6059 + 808 - 584);
        assertThat(nombre("organisme")).isEqualTo(6283);
    }

    @Test
    void eachDiplomaStandsInTheTable() {
        assertThat(nombre("certification")).isEqualTo(3923);
    }

    @Test
    void theSecondLoadChangesNothing() {
        var second = new Chargement(BaseReferentiel.pool(), charge -> {})
                .charge(sources())
                .await()
                .indefinitely();

        assertThat(second.organismes().nul()).isTrue();
        assertThat(second.certifications().nul()).isTrue();
    }

    @Test
    void everyOrganismeWithADepartementHasItsAcademie() {
        assertThat(nombre("organisme where departement is not null and academie is null"))
                .isZero();
        assertThat(nombre("organisme where departement is null")).isEqualTo(5);
    }

    @Test
    void accentsOfBothEncodingsArriveAsTheyAre() {
        assertThat(nombre("organisme where adresse_commune = 'Bâgé-le-Châtel'")).isPositive();
        assertThat(nombre("certification where intitule like '%�%' or intitule like '%Ã%'"))
                .isZero();
    }

    private static long nombre(String table) {
        return BaseReferentiel.pool()
                .query("select count(*) from " + table)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static Sources sources() {
        return new Sources(
                List.of(source("organismes.csv"), source("referentiel-organismes.json")),
                List.of(source("bcn-formation-diplome.csv")),
                List.of(source("bcn-niveau-formation-diplome.csv")));
    }

    private static Source source(String nom) {
        return Source.a(BaseReferentiel.partage(nom).toString(), Duration.ofSeconds(1));
    }
}
