package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.simulateur.Demande;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseALEtroit;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Given a database whose disk is full at random moments of a run, when there is room again, then the run goes on by itself and what is stored is what
 * the oracle says: nothing lost, nothing twice.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DisquePleinTest {

    private static final int FOIS = 6;

    static List<BaseALEtroit.Moyen> moyens() {
        return BaseALEtroit.moyens();
    }

    @ParameterizedTest
    @MethodSource("moyens")
    void a_full_disk_is_told_by_its_name_and_loses_nothing(BaseALEtroit.Moyen moyen) throws Exception {
        var hasard = new Random(MondeServi.graine());
        try (var base = new BaseALEtroit(moyen);
                var monde = new MondeServi();
                var banc = CourseDeca.banc(base.pool(), monde.simulateur().url(), MondeServi.PREMIER, monde.dernier());
                var journal = JournalEntendu.ordinaire()) {
            // Given a disk that is full from some request on, six times
            var avant = new AtomicInteger(hasard.nextInt(3));
            monde.simulateur()
                    .pannes()
                    .programme(demande -> plein(base, avant, hasard, demande), new Panne.Erreur500());
            var pleins = 0;

            // When
            banc.poursuis();
            while (!banc.derniere().etat().toString().equals("TERMINEE")) {
                // Then what stopped it has a name, for the operator, for who watches, and for who reads the log
                assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");
                assertThat(banc.derniere().erreur()).isEqualTo("la base de données n'a plus de place");
                pleins++;
                banc.tour();
                assertThat(banc.derniere().etat()).as("there is still no room").hasToString("EN_ATTENTE");
                base.libere();
                avant.set(pleins < FOIS ? hasard.nextInt(6) : Integer.MAX_VALUE);
                banc.tour();
            }

            assertThat(pleins).isGreaterThanOrEqualTo(FOIS);
            assertThat(banc.mesures()
                            .get("bal.ingestion.interruptions")
                            .tag("motif", "BASE_PLEINE")
                            .counter()
                            .count())
                    .isGreaterThanOrEqualTo(2.0 * pleins - 1);
            assertThat(journal.texte())
                    .contains("deca : exécution")
                    .contains("interrompue", moyen == BaseALEtroit.Moyen.SYSTEME_DE_FICHIERS ? "53100" : "XX000");
            assertThat(banc.executions()).hasSize(1);
            assertThat(banc.derniere().lus()).isEqualTo((int) monde.lignes());
            rienDePerdu(banc, monde);
        }
    }

    private static void rienDePerdu(BancDIngestion banc, MondeServi monde) {
        var comparaison = new Comparaison(monde.attendu(), banc);
        comparaison.tout();
        comparaison.contacts(monde.contacts());
    }

    /** No fault of the source: a moment. */
    private static boolean plein(BaseALEtroit base, AtomicInteger avant, Random hasard, Demande demande) {
        if (avant.getAndDecrement() == 0) {
            base.remplis(hasard.nextInt(64 << 10));
        }
        return false;
    }
}
