package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.FormeDeJalon;
import fr.gouv.apprentissage.bal.journal.jalon.Jalon;
import fr.gouv.apprentissage.bal.journal.jalon.JalonEnJson;
import fr.gouv.apprentissage.bal.journal.jalon.JalonSigne;
import fr.gouv.apprentissage.bal.journal.jalon.Jalonneur;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.journal.jalon.Temoin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is closed, signed, and kept by somebody else. */
class JalonsTest {

    private static final Duration BORNE = Duration.ofSeconds(10);

    @TempDir
    Path dossier;

    private final Vertx vertx = Vertx.vertx();
    private SimpleMeterRegistry registre = new SimpleMeterRegistry();
    private BaseDeJournal base;
    private JournalGroupe journal;
    private SignataireLocal signataire;

    @BeforeEach
    void ouvre() throws Exception {
        base = BaseDeJournal.commune();
        journal = base.journal(vertx, BaseDeJournal.PATIENTS);
        signataire = new SignataireLocal(cle());
        // what other tests left open, and what no witness took
        passe(Optional.empty());
        registre = new SimpleMeterRegistry();
        base.execute("update journal.remise set numero = (select coalesce(max(numero), 0) from journal.jalon)");
    }

    @AfterEach
    void ferme() {
        journal.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_checkpoint_closes_the_heads_of_all_chains_and_follows_the_one_before() throws Exception {
        // Given two processes
        var autre = base.journal(vertx, BaseDeJournal.PATIENTS);
        try {
            var une = inscris(journal);
            inscris(autre);
            var deux = inscris(autre);

            // When
            passe(fichier());
            var encore = inscris(journal);
            passe(fichier());

            // Then
            var jalons = temoignage();
            assertThat(jalons).hasSize(2).allMatch(ClePublique.lis(publique())::signe);
            assertThat(jalons.get(0).jalon().tetes())
                    .extracting(tete -> tete.chaine() + " " + tete.rang())
                    .containsExactlyInAnyOrder(une.chaine() + " 0", deux.chaine() + " 1");
            assertThat(jalons.get(1).jalon().tetes())
                    .extracting(Tete::empreinte)
                    .containsExactly(encore.empreinte());
            assertThat(jalons.get(1).jalon().precedent())
                    .isEqualTo(jalons.get(0).empreinte())
                    .isEqualTo(FormeDeJalon.empreinte(
                            FormeDeJalon.octets(jalons.get(0).jalon(), signataire.cle())));
        } finally {
            autre.close();
        }
    }

    @Test
    void nothing_is_closed_where_nothing_moved() throws Exception {
        long avant = jalons();

        passe(Optional.empty());

        assertThat(jalons()).isEqualTo(avant);
    }

    @Test
    void of_several_processes_one_closes() throws Exception {
        // Given a checkpoint of this minute
        inscris(journal);
        passe(Optional.empty());
        long avant = jalons();

        // When another process has its turn in the same minute
        inscris(journal);
        jalonneur(Optional.empty(), Duration.ofMinutes(1)).passe().await().atMost(BORNE);

        // Then
        assertThat(jalons()).isEqualTo(avant);
    }

    @Test
    void a_witness_out_of_reach_gets_all_it_missed_in_order() throws Exception {
        // Given
        var recus = Collections.synchronizedList(new ArrayList<Long>());
        var enPanne = new AtomicInteger(1);
        Temoin temoin = jalon -> {
            if (enPanne.get() > 0) {
                throw new IOException("absent");
            }
            recus.add(jalon.jalon().numero());
        };
        var jalonneur = jalonneur(Optional.of(temoin), Duration.ZERO);
        for (int n = 0; n < 3; n++) {
            inscris(journal);
            jalonneur.passe().await().atMost(BORNE);
        }
        assertThat(registre.get("bal.journal.temoin.retard").gauge().value()).isEqualTo(3);

        // When
        enPanne.set(0);
        jalonneur.passe().await().atMost(BORNE);

        // Then
        assertThat(recus).hasSize(3).isSorted();
        assertThat(registre.get("bal.journal.temoin.retard").gauge().value()).isZero();
        assertThat(registre.get("bal.journal.temoin.echecs").counter().count()).isEqualTo(3);
    }

    @Test
    void a_witness_over_http_has_it_once_it_says_so() throws Exception {
        // Given one that fails once
        var corps = new ArrayList<String>();
        var serveur = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        serveur.createContext("/", echange -> {
            corps.add(new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            echange.sendResponseHeaders(corps.size() == 1 ? 503 : 204, -1);
            echange.close();
        });
        serveur.start();
        try {
            inscris(journal);

            // When
            var temoin = Optional.of(
                    Temoin.a("http://127.0.0.1:" + serveur.getAddress().getPort() + "/jalons", IntSupplier::getAsInt));
            passe(temoin);
            passe(temoin);

            // Then
            assertThat(corps).hasSize(2);
            assertThat(ClePublique.lis(publique()).signe(JalonEnJson.lis(corps.get(1))))
                    .isTrue();
        } finally {
            serveur.stop(0);
        }
    }

    @Test
    void a_checkpoint_that_does_not_follow_the_last_one_is_refused() throws Exception {
        inscris(journal);
        passe(Optional.empty());

        assertThatThrownBy(() -> base.executeComme(
                        "bal_journal",
                        "select journal.jalonne(1, now(), decode(repeat('00', 32), 'hex'), '{}', '{}', '{}',"
                                + " sha256(''), 'x', '')"))
                .hasMessageContaining("journal.jalonne");
    }

    @Test
    void the_key_is_its_owner_s_alone_and_stays() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cle())))
                .isEqualTo("rw-------");
        assertThat(new SignataireLocal(cle()).cle()).isEqualTo(signataire.cle());
        Files.setPosixFilePermissions(cle(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new SignataireLocal(cle())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void version_1_of_the_form_never_changes() {
        // Given
        var jalon = new Jalon(
                3,
                Instant.parse("2026-11-22T18:56:00.654321Z"),
                HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                List.of(
                        new Tete(UUID.fromString("f01f6a52-9d0e-4b7a-8f21-5e6d7c8b9a01"), 0, octets("22")),
                        new Tete(UUID.fromString("1c1f6a52-9d0e-4b7a-8f21-5e6d7c8b9a01"), 41, octets("11"))));

        // When, Then: computed apart from this code, from the description of the form
        assertThat(HexFormat.of().formatHex(FormeDeJalon.empreinte(FormeDeJalon.octets(jalon, "cle-1"))))
                .isEqualTo("a8ae8e4eb46eb27e02ce9ee86e46bb9c5cddf6ed0a3c2c4a65b620299819fc9f");
    }

    private static byte[] octets(String deux) {
        return HexFormat.of().parseHex(deux.repeat(32));
    }

    private Inscription inscris(JournalGroupe journal) throws Exception {
        return journal.inscris(Exemples.divulgation("jalon", base.revision()))
                .await()
                .atMost(BORNE);
    }

    private void passe(Optional<Temoin> temoin) {
        jalonneur(temoin, Duration.ZERO).passe().await().atMost(BORNE);
    }

    private Jalonneur jalonneur(Optional<Temoin> temoin, Duration intervalle) {
        return new Jalonneur(base.pool(vertx, "bal_journal"), signataire, temoin, intervalle, registre);
    }

    private Optional<Temoin> fichier() {
        return Optional.of(Temoin.a(dossier.resolve("temoin.jsonl").toString(), IntSupplier::getAsInt));
    }

    private List<JalonSigne> temoignage() throws IOException {
        return Files.readAllLines(dossier.resolve("temoin.jsonl")).stream()
                .map(JalonEnJson::lis)
                .toList();
    }

    private long jalons() throws Exception {
        return base.nombre("select count(*) from journal.jalon");
    }

    private Path cle() {
        return dossier.resolve("journal.pem");
    }

    private Path publique() {
        return dossier.resolve("journal.pem.pub");
    }
}
