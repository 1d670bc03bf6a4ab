package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import fr.gouv.apprentissage.bal.ingestion.PannesDocumentees;
import fr.gouv.apprentissage.bal.ingestion.Signalement;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Given a fault that stays, then the run fails by a name that stands in the manual, in the run, the metrics and the log; when the fault has gone, the
 * next run ends in the state that the oracle computes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PannesDeDecaTest {

    private static final LocalDate DEUXIEME = MondeServi.PREMIER.plusDays(1);
    private static final Duration DELAI = Duration.ofSeconds(2);

    private final MondeServi monde = new MondeServi(3, 90, 15);
    private final Attendu attendu = monde.attendu();
    private final Set<String> contacts = monde.contacts();

    @BeforeEach
    void sansPanne() {
        monde.simulateur().pannes().efface();
    }

    @AfterAll
    void ferme() {
        monde.close();
    }

    static Stream<Arguments> pannes() {
        return Stream.of(
                Arguments.of(new Panne.Erreur500(), "la source répond 500"),
                Arguments.of(new Panne.Indisponible(), "la source répond 503"),
                Arguments.of(new Panne.TropDeDemandes(0), "la source répond 429"),
                Arguments.of(new Panne.TropDeDemandes(3), "la source répond 429"),
                Arguments.of(new Panne.Coupure(0), "la source a coupé une page (IOException)"),
                Arguments.of(new Panne.Coupure(45), "la source a coupé une page (IOException)"),
                Arguments.of(new Panne.Coupure(97), "la source a coupé une page (IOException)"),
                Arguments.of(
                        new Panne.Lenteur(DELAI.multipliedBy(2)), "la source ne répond pas (HttpTimeoutException)"),
                Arguments.of(new Panne.Calage(50, DELAI.multipliedBy(2)), "la source a coupé une page (IOException)"),
                Arguments.of(new Panne.CorpsIllisible(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.PageHtml(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.SansContrats(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.PageRepetee(), "la source a envoyé une page malformée"),
                Arguments.of(new Panne.AutrePagination(7), "le nombre de pages ou de lignes change sans cesse"),
                Arguments.of(new Panne.LigneRetiree(), "le nombre de pages ou de lignes change sans cesse"),
                Arguments.of(new Panne.JourneeVide(), "le nombre de pages ou de lignes change sans cesse"),
                Arguments.of(new Panne.CompteRefuse(), "la source refuse le compte (401)"));
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_that_stays_is_told_and_loses_nothing(Panne panne, String message) {
        monde.simulateur()
                .pannes()
                .programme(d -> d.extrait() == Extrait.LBA && d.debut().equals(DEUXIEME) && d.page() == 2, panne);
        try (var banc = banc();
                var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();
            echoueSur(message, banc, journal);

            monde.simulateur().pannes().efface();
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            rienDePerdu(banc);
        }
    }

    @ParameterizedTest
    @MethodSource("pannes")
    void a_fault_that_passes_is_not_even_seen(Panne panne, String message) {
        Set<String> tombees = ConcurrentHashMap.newKeySet();
        monde.simulateur().pannes().programme(d -> d.page() == 2 && tombees.add(d.extrait() + " " + d.debut()), panne);
        try (var banc = banc()) {
            banc.poursuis();

            // An account that is refused is not asked for again: who turned its secret must know.
            if (panne instanceof Panne.CompteRefuse) {
                assertThat(banc.derniere().erreur()).isEqualTo(message);
                monde.simulateur().pannes().efface();
                banc.poursuis();
            }
            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(tombees).isNotEmpty();
            rienDePerdu(banc);
        }
    }

    @ParameterizedTest
    @MethodSource("autresNombresDePages")
    void what_does_not_hold_together_is_not_taken_for_a_whole_day_by_who_takes_over(Panne panne) {
        Set<LocalDate> tombees = ConcurrentHashMap.newKeySet();
        monde.simulateur()
                .pannes()
                .programme(
                        d -> d.extrait() == Extrait.LBA
                                && d.debut().equals(DEUXIEME)
                                && d.page() == 2
                                && tombees.add(d.debut()),
                        panne);
        try (var banc = banc()) {
            // Given who read it stops before it has dropped the pages that came before
            BaseDIngestion.execute("create function refuse() returns trigger language plpgsql as"
                    + " $$begin raise exception 'plein' using errcode = '53100'; end$$;"
                    + " create trigger refuse before delete on ingestion_page for each row when (old.jour = '"
                    + DEUXIEME
                    + "') execute function refuse()");
            try {
                banc.poursuis();
            } finally {
                BaseDIngestion.execute("drop function refuse cascade");
            }
            assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");

            banc.renais();
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            rienDePerdu(banc);
        }
    }

    @Test
    void a_page_that_lacked_a_row_once_is_read_again() {
        Set<String> tombees = ConcurrentHashMap.newKeySet();
        monde.simulateur()
                .pannes()
                .programme(d -> d.page() == 1 && tombees.add(d.extrait() + " " + d.debut()), new Panne.PageCourte());
        try (var banc = banc()) {
            banc.poursuis();

            assertThat(tombees).isNotEmpty();
            assertThat(banc.derniere().signalements())
                    .extracting(Signalement::motif)
                    .doesNotContain("HORS_D_ATTEINTE");
            rienDePerdu(banc);
        }
    }

    static Stream<Panne> autresNombresDePages() {
        return Stream.of(
                new Panne.AutrePagination(7),
                new Panne.AutrePagination(40),
                new Panne.LigneRetiree(),
                new Panne.PageCourte(),
                new Panne.JourneeVide());
    }

    @Test
    void a_source_that_is_not_there_is_told_and_loses_nothing() throws IOException {
        var absente = "http://127.0.0.1:" + portLibre();
        try (var banc = CourseDeca.banc(
                        BaseDIngestion.vide(),
                        absente,
                        MondeServi.PREMIER,
                        CourseDeca.laNuitApres(monde.dernier()),
                        DELAI);
                var journal = JournalEntendu.ordinaire()) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
            assertThat(banc.derniere().erreur()).isEqualTo("la source ne répond pas (ConnectException)");
            assertThat(journal.texte()).contains("la source ne répond pas (ConnectException)");
        }
        try (var banc = CourseDeca.banc(
                BaseDIngestion.laMeme(),
                monde.simulateur().url(),
                MondeServi.PREMIER,
                CourseDeca.laNuitApres(monde.dernier()),
                DELAI)) {
            banc.poursuis();

            rienDePerdu(banc);
        }
    }

    private static int portLibre() throws IOException {
        try (var prise = new ServerSocket(0)) {
            return prise.getLocalPort();
        }
    }

    private BancDIngestion banc() {
        return CourseDeca.banc(
                BaseDIngestion.vide(),
                monde.simulateur().url(),
                MondeServi.PREMIER,
                CourseDeca.laNuitApres(monde.dernier()),
                DELAI);
    }

    /** What is merged stays, what is not is not there by half. */
    private static void echoueSur(String message, BancDIngestion banc, JournalEntendu journal) {
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo(message);
        assertThat(banc.curseur()).isEqualTo(MondeServi.PREMIER.toString());
        assertThat(banc.texte("select count(*) from contrat where greatest(jour_lba, jour_tba) > '" + MondeServi.PREMIER
                        + "'"))
                .isEqualTo("0");
        assertThat(banc.mesures()
                        .get("bal.ingestion.executions")
                        .tag("connecteur", "deca")
                        .tag("etat", "ECHOUEE")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(journal.texte())
                .contains("deca : exécution " + banc.derniere().id() + " échouée, " + message);
        assertThat(PannesDocumentees.chapitre()).contains("« " + message.replaceFirst(" \\(\\d.*", ""));
    }

    private void rienDePerdu(BancDIngestion banc) {
        var comparaison = new Comparaison(attendu, banc);
        comparaison.tout();
        comparaison.contacts(contacts);
    }
}
