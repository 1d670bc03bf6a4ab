package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.J;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.deca;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The purge as its schedule runs it: lot after lot, counted. */
class EntretienDesContactsTest {

    private final Pool pool = BaseDIngestion.vide();
    private final BancDeContacts banc = new BancDeContacts(pool, ScellementDeTest.ouvert(), BancDeContacts.le(J));
    private final SimpleMeterRegistry registre = new SimpleMeterRegistry();
    private final EntretienDesContacts entretien = new EntretienDesContacts(
            new PurgeDesContacts(pool, BancDEffacement.lieux(), BancDeContacts.le(J.plusDays(31)), 2), registre);

    @BeforeEach
    void desContactsDontCinqNeValentPlus() {
        banc.ecris(IntStream.range(0, 5)
                .mapToObj(rang -> deca(J, "adresse" + rang + "@essai.fr"))
                .toList());
        banc.ecris(deca(J.plusDays(1), "rh@essai.fr"));
    }

    private double purges() {
        return registre.get("bal.contact.purges").counter().count();
    }

    @Test
    void all_that_ended_goes_in_as_many_lots_as_it_takes_and_is_counted() {
        entretien.demarre(new StartupEvent());

        entretien.purge();

        assertThat(banc.contacts()).hasSize(1);
        assertThat(purges()).isEqualTo(5);
    }

    @Test
    void nothing_goes_before_the_start_nor_after_the_stop() {
        entretien.purge();
        entretien.demarre(new StartupEvent());
        entretien.arrete(new ShutdownEvent());
        entretien.purge();

        assertThat(banc.contacts()).hasSize(6);
        assertThat(purges()).isZero();
    }
}
