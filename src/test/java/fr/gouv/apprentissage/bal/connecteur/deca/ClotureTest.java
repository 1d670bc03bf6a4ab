package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.ingestion.MandataireDeBase;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that slept through its lease, and wakes between any two of its statements. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ClotureTest {

    private static final LocalDate JOUR = LocalDate.of(2025, 1, 9);
    private static final Clock NUIT = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TABLES = List.of(
            "bail",
            "execution",
            "execution_signalement",
            "execution_derive",
            "curseur",
            "ingestion_page",
            "ingestion_ligne",
            "ingestion_rejet",
            "quarantaine",
            "quarantaine_marque",
            "contrat",
            "contact",
            "contrat_cle",
            "contrat_ecarte",
            "identite",
            "secret",
            "index_aveugle",
            "rapprochement",
            "changement");

    private final SourceEnMemoire source = new SourceEnMemoire(JOUR);
    private final MandataireDeBase mandataire = new MandataireDeBase(BaseDIngestion.port());
    private final Pool directe = BaseDIngestion.vide();
    private final Pool parLeMandataire = BasePartagee.pool(mandataire.port());
    private BancDIngestion endormi;
    private BancDIngestion autre;

    @BeforeEach
    void deuxProcessus() {
        source.dit(
                JOUR,
                ligne(),
                ligne(une -> pose(une, "/alternant/nom", "")),
                ligne(une -> pose(une, "/detailsContrat/noContrat", "222222222222")));
        endormi = new BancDIngestion(parLeMandataire, NUIT, source, Duration.ofHours(1));
        autre = new BancDIngestion(directe, NUIT, source, endormi.scellement(), Duration.ofHours(1));
    }

    @AfterEach
    void ferme() {
        endormi.close();
        autre.close();
        parLeMandataire.closeAndAwait();
        mandataire.close();
    }

    @Test
    void aProcessThatSleptThroughItsLeaseWritesNothingMoreAndTheOtherEndsTheRun() {
        var reveils = 0;
        var tenus = 0;
        for (var paroles = 0; ; paroles++) {
            BaseDIngestion.vide();
            autre.planifie();
            var prise = new AtomicReference<Optional<String>>();
            mandataire.avant(paroles, () -> prise.set(prends()));
            endormi.tour();
            if (mandataire.attend()) {
                break;
            }
            // Within the commit that the fence allowed nobody takes the lease over.
            if (prise.get().isEmpty()) {
                tenus++;
                continue;
            }
            assertThat(etat()).as("réveil %d", paroles).isEqualTo(prise.get().get());
            BaseDIngestion.execute("update bail set expire_le = '-infinity'");

            autre.tour();

            var execution = autre.derniere();
            assertThat(execution.etat()).as("réveil %d", paroles).hasToString("TERMINEE");
            assertThat(List.of(execution.lus(), execution.crees(), execution.rejetes()))
                    .as("réveil %d", paroles)
                    .containsExactly(3, 2, 1);
            assertThat(autre.texte("select count(*) from contrat")).isEqualTo("2");
            assertThat(autre.texte("select (select count(*) from ingestion_page)"
                            + " + (select count(*) from ingestion_ligne) + (select count(*) from ingestion_rejet)"))
                    .isEqualTo("0");
            // Two contracts, a quarantined row, the employer's address that all three name.
            assertThat(autre.texte("select count(*) from contact")).isEqualTo("1");
            assertThat(autre.texte("select count(*) from secret")).isEqualTo("4");
            reveils++;
        }
        System.out.printf("bail repris %d fois entre deux ordres, %d fois retenu par un commit%n", reveils, tenus);
        assertThat(reveils).isGreaterThan(40);
    }

    /** The lease becomes another's, unless a transaction holds it until its commit; gives what the tables hold then. */
    private static Optional<String> prends() {
        try {
            BaseDIngestion.execute("set lock_timeout = '50ms';"
                    + " insert into bail values ('deca', 'un autre', 1, now(), now() + interval '1 hour')"
                    + " on conflict (nom) do update set titulaire = excluded.titulaire, jeton = bail.jeton + 1,"
                    + " expire_le = excluded.expire_le");
            return Optional.of(etat());
        } catch (IllegalStateException tenu) {
            return Optional.empty();
        }
    }

    private static String etat() {
        return TABLES.stream()
                .map(table -> table + " "
                        + BaseDIngestion.texte("select md5(coalesce(string_agg(t::text, '' order by t::text), ''))"
                                + " || count(*) from " + table + " t"))
                .collect(Collectors.joining("\n"));
    }
}
