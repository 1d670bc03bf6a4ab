package fr.gouv.apprentissage.bal.ingestion.sortie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JetonDeSourceTest {

    private final AtomicReference<Instant> maintenant = new AtomicReference<>(Instant.parse("2025-01-10T02:00:00Z"));
    private final AtomicInteger demandes = new AtomicInteger();
    private final Clock horloge = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return maintenant.get();
        }
    };
    private final JetonDeSource jeton = new JetonDeSource(
            () -> new JetonDeSource.Accorde("jeton " + demandes.incrementAndGet(), Duration.ofSeconds(1499)), horloge);

    @Test
    void a_token_is_asked_once() {
        assertThat(jeton.jeton()).isEqualTo("jeton 1");
        assertThat(jeton.jeton()).isEqualTo("jeton 1");
    }

    @Test
    void shortly_before_its_end_another_is_asked() {
        jeton.jeton();

        maintenant.updateAndGet(un -> un.plusSeconds(1349));
        assertThat(jeton.jeton()).isEqualTo("jeton 1");
        maintenant.updateAndGet(un -> un.plusSeconds(2));
        assertThat(jeton.jeton()).isEqualTo("jeton 2");
    }

    @Test
    void one_that_was_refused_is_not_given_again() {
        jeton.refuse(jeton.jeton());

        assertThat(jeton.jeton()).isEqualTo("jeton 2");
    }

    @Test
    void a_late_refusal_of_the_former_leaves_the_present_one() {
        var premier = jeton.jeton();
        jeton.refuse(premier);
        jeton.jeton();

        jeton.refuse(premier);

        assertThat(jeton.jeton()).isEqualTo("jeton 2");
    }

    @Test
    void its_text_is_not_shown() {
        assertThat(new JetonDeSource.Accorde("secret", Duration.ofSeconds(3)).toString())
                .doesNotContain("secret");
    }
}
