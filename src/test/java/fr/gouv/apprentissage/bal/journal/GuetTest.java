package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.journal.alerte.Alerte;
import fr.gouv.apprentissage.bal.journal.alerte.Alerte.Genre;
import fr.gouv.apprentissage.bal.journal.alerte.Guet;
import fr.gouv.apprentissage.bal.journal.alerte.Regle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that reads as it does on no other day is told of: once, by its id and counts. */
class GuetTest {

    private static final Instant MIDI =
            YearMonth.now(ZoneOffset.UTC).atDay(15).atTime(12, 0).toInstant(ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registre = new SimpleMeterRegistry();
    private BaseDeJournal base;
    private Guet guet;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        base.execute("delete from journal.entree where client like 'guet-%'");
        guet = new Guet(
                base.pool(vertx, "bal_lecteur_journal"),
                Clock.fixed(MIDI, ZoneOffset.UTC),
                new Regle(100, 10, 5),
                14,
                registre);
    }

    @AfterEach
    void ferme() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void who_sees_many_more_persons_than_on_its_other_days_is_told_of_once() throws Exception {
        // Given
        vu("guet-soudain", 0, 600);
        vu("guet-soudain", 3, 100);
        vu("guet-habitue", 0, 600);
        vu("guet-habitue", 3, 500);
        vu("guet-petit", 0, 90);

        // When, Then
        assertThat(passe()).containsExactly(new Alerte("guet-soudain", Genre.PERSONNES, 600, 100));
        assertThat(passe()).isEmpty();
        assertThat(registre.get("bal.journal.alertes").counter().count()).isOne();
    }

    @Test
    void who_searches_a_lot_without_finding_is_told_of() throws Exception {
        for (int n = 0; n < 11; n++) {
            cherche("guet-devin", "{Personne.courriels}", "{}");
            cherche("guet-trouve", "{Personne.courriels}", "{" + new java.util.UUID(1, n) + "}");
            cherche("guet-delegue", "{Query.divulgations}", "{}");
        }

        assertThat(passe()).containsExactly(new Alerte("guet-devin", Genre.RECHERCHES_VAINES, 11, 0));
    }

    @Test
    void a_rule_that_means_nothing_is_refused() {
        assertThatThrownBy(() -> new Regle(100, 10, 0)).hasMessageContaining("bal.journal.alerte");
    }

    private List<Alerte> passe() {
        return guet.passe().await().atMost(Duration.ofSeconds(10)).stream()
                .filter(alerte -> alerte.client().startsWith("guet-"))
                .toList();
    }

    private void vu(String client, int jours, int personnes) throws SQLException {
        ecris(client, jours, "{}", "{" + new java.util.UUID(0, 1) + "}", personnes);
    }

    private void cherche(String client, String recherches, String sujets) throws SQLException {
        ecris(client, 0, recherches, sujets, 0);
    }

    private void ecris(String client, int jours, String recherches, String sujets, int personnes) throws SQLException {
        base.execute(
                """
                insert into journal.entree (id, le, forme, client, habilitations, empreinte_operation, coordonnees, recherches, revision,
                    sujets, personnes, chaine, rang, precedente, empreinte)
                values (gen_random_uuid(), '%s', 2, '%s', '{}', sha256(''), '{}', '%s', 1, '%s', %d, gen_random_uuid(), 0, sha256(''),
                    sha256(''))"""
                        .formatted(MIDI.minus(Duration.ofDays(jours)), client, recherches, sujets, personnes));
    }
}
