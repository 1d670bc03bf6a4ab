package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of facts: part by part, each once, whatever happens to whoever reads it. */
class ParcoursDePartsTest {

    private static final Clock NUIT = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);

    private final Source source = new Source();
    private BancDIngestion banc;

    @BeforeEach
    void uneSource() {
        BaseDIngestion.execute("create table if not exists fait_de_test (siren text, domaine text,"
                + " primary key (siren, domaine)); truncate fait_de_test;"
                + " grant select, insert on fait_de_test to bal_service");
        banc = new BancDIngestion(
                BaseDIngestion.vide(),
                NUIT,
                source,
                ScellementDeTest.ouvert(),
                Duration.ofMinutes(5),
                ParcoursDePartsTest::ecris);
    }

    @AfterEach
    void ferme() {
        banc.close();
        BaseDIngestion.execute("drop table fait_de_test");
    }

    @Test
    void aRunReadsEachPartAndTellsWhatItDid() {
        banc.poursuis();

        var execution = banc.derniere();
        assertThat(execution.etat()).hasToString("TERMINEE");
        assertThat(source.lues).containsExactly("un", "deux", "trois");
        assertThat(List.of(execution.lus(), execution.crees(), execution.inchanges()))
                .containsExactly(1800, 600, 1200);
        assertThat(execution.signalements())
                .hasToString(
                        "[Signalement[motif=HORS_D_ATTEINTE, nombre=21], Signalement[motif=SANS_DOMAINE, nombre=3]]");
        assertThat(execution.du()).isNull();
    }

    @Test
    void aRunThatWasKilledGoesOnAtThePartThatItHadNotEnded() {
        source.meurtAu("deux", 400);
        mort();
        assertThat(banc.texte("select count(*) from fait_de_test")).isEqualTo("600");
        source.lues.clear();
        banc.renais();

        banc.tour();

        var execution = banc.derniere();
        assertThat(execution.etat()).hasToString("TERMINEE");
        assertThat(source.lues).containsExactly("deux", "trois");
        assertThat(List.of(execution.lus(), execution.crees(), execution.inchanges()))
                .containsExactly(1800, 600, 1200);
        assertThat(banc.executions()).hasSize(1);
    }

    @Test
    void aLotWhoseLeaseWasTakenOverIsNotWritten() {
        source.avant(
                "deux",
                () -> BaseDIngestion.execute("update bail set titulaire = 'un autre', jeton = jeton + 1,"
                        + " expire_le = now() + interval '1 hour'"));
        banc.poursuis();

        assertThat(banc.texte("select count(*) from fait_de_test")).isEqualTo("600");
        assertThat(banc.texte("select count(*) from execution_part where part = 'deux'"))
                .isEqualTo("0");
        assertThat(banc.derniere().etat()).hasToString("EN_COURS");
    }

    @Test
    void aRunThatIsCancelledStopsAtItsNextLotAndKeepsWhatItWrote() {
        source.avant("deux", () -> banc.annule(banc.derniere().id()));

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ANNULEE");
        assertThat(banc.derniere().lus()).isEqualTo(600);
        assertThat(source.lues).containsExactly("un", "deux");
    }

    @Test
    void aSourceThatRefusesAPartFailsTheRunAndWhatWasReadStays() {
        source.refuse("trois");

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().lus()).isEqualTo(1200);
    }

    @Test
    void aRunThatFailsWithinAPartTellsWhatItHadWrittenOfIt() {
        source.tombeAu("un", 400);

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().crees()).isEqualTo(250);
        assertThat(banc.texte("select count(*) from fait_de_test")).isEqualTo("250");
    }

    @Test
    void theRunAfterItCountsOnlyWhatItWroteItself() {
        source.tombeAu("un", 400);
        banc.poursuis();

        banc.poursuis();

        var execution = banc.derniere();
        assertThat(execution.etat()).hasToString("TERMINEE");
        assertThat(List.of(execution.lus(), execution.crees(), execution.inchanges()))
                .containsExactly(1800, 350, 1450);
    }

    private void mort() {
        try {
            banc.poursuis();
        } catch (Mort mort) {
            BaseDIngestion.execute("update bail set expire_le = '-infinity'");
        }
    }

    private static EcritureDeFaits.Ecrits ecris(SqlConnection connexion, List<FaitDeContact> faits) {
        var crees = connexion
                .preparedQuery(
                        "insert into fait_de_test select * from unnest($1::text[], $2::text[]) on conflict do nothing")
                .executeAndAwait(Tuple.of(
                        faits.stream().map(un -> un.siren().valeur()).toArray(String[]::new),
                        faits.stream().map(un -> un.domaine().orElseThrow()).toArray(String[]::new)))
                .rowCount();
        return new EcritureDeFaits.Ecrits(crees, 0, faits.size() - crees, 0);
    }

    private static final class Mort extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Three parts that say the same. */
    private static final class Source implements ConnecteurDeFaits {

        private final List<String> lues = new ArrayList<>();
        private String mort = "";
        private boolean indisponible;
        private int rang;
        private String refusee = "";
        private String avant = "";
        private Runnable quoi = () -> {};

        void meurtAu(String part, int auRang) {
            mort = part;
            rang = auRang;
        }

        void tombeAu(String part, int auRang) {
            meurtAu(part, auRang);
            indisponible = true;
        }

        void refuse(String part) {
            refusee = part;
        }

        void avant(String part, Runnable action) {
            avant = part;
            quoi = action;
        }

        @Override
        public String nom() {
            return "faits";
        }

        @Override
        public String source() {
            return "ESSAI";
        }

        @Override
        public String planification() {
            return "off";
        }

        @Override
        public boolean actif() {
            return true;
        }

        @Override
        public Ouverture ouverture() {
            return Ouverture.lis("00:00-24:00");
        }

        @Override
        public Reprise reprise() {
            return java.util.function.IntSupplier::getAsInt;
        }

        @Override
        public Duration confiance() {
            return Duration.ofDays(30);
        }

        @Override
        public List<String> parts() {
            return List.of("un", "deux", "trois");
        }

        @Override
        public LectureDePart lis(String part, Consumer<LigneDeFait> lignes) {
            lues.add(part);
            if (part.equals(avant)) {
                quoi.run();
            }
            if (part.equals(refusee)) {
                throw new SourceRefusee("la source refuse");
            }
            IntStream.range(0, 600).forEach(ici -> {
                if (part.equals(mort) && ici == rang) {
                    mort = "";
                    if (indisponible) {
                        throw new SourceIndisponible("la source ne répond pas");
                    }
                    throw new Mort();
                }
                lignes.accept(new LigneDeFait(List.of(fait(ici)), ici == 7 ? List.of("SANS_DOMAINE") : List.of()));
            });
            return new LectureDePart(600, 7);
        }

        private static FaitDeContact fait(int rang) {
            return new FaitDeContact(
                    new Siren("130025265"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("societe" + rang + ".example"),
                    "ESSAI",
                    false,
                    Instant.parse("2025-01-10T02:00:00Z"),
                    LocalDate.of(2025, 2, 10));
        }
    }
}
