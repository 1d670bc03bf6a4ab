package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.Jalonneur;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.journal.jalon.Temoin;
import fr.gouv.apprentissage.bal.journal.verification.Exportation;
import fr.gouv.apprentissage.bal.journal.verification.Verification;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written by the writer, closed by checkpoints, exported by the reader, holds; and what the owner of the database does to it shows. */
@Tag("attaque34")
class VerificationDUnExportTest {

    private static final Duration BORNE = Duration.ofSeconds(60);
    private static final int LOT = 5_000;
    private static final int PEU = 1_000;
    private static final int MASSE = Integer.getInteger("bal.test.journal", 4_000);

    @TempDir
    Path dossier;

    @Test
    void an_export_of_the_database_holds_against_the_witness_and_receipts() throws Exception {
        try (var banc = new Banc(MASSE)) {
            // When
            banc.exporte();

            // Then
            long depart = System.nanoTime();
            var rapport = banc.verifie();
            System.out.printf(
                    "journal: %d entries verified in %d ms%n",
                    rapport.entrees(),
                    Duration.ofNanos(System.nanoTime() - depart).toMillis());
            assertThat(rapport.constats()).isEmpty();
            assertThat(rapport.entrees()).isEqualTo(MASSE);
            banc.mesureLaLecture();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from journal.entree where rang = 100",
                "update journal.entree set rang = 301 - rang where rang in (100, 201)"
            })
    void what_the_owner_of_the_database_does_shows(String geste) throws Exception {
        try (var banc = new Banc(PEU)) {
            banc.base.execute(geste);

            banc.exporte();

            assertThat(banc.verifie().constats()).isNotEmpty();
        }
    }

    /** A database of its own, with entries that checkpoints have closed. */
    private final class Banc implements AutoCloseable {
        private final Vertx vertx = Vertx.vertx();
        private final BaseDeJournal base = BaseDeJournal.aPart();
        private final int entrees;
        private final List<UUID> sujets;
        private final List<Inscription> recues;

        Banc(int entrees) throws Exception {
            this.entrees = entrees;
            this.sujets = Stream.generate(UUID::randomUUID).limit(entrees).toList();
            var jalonneur = new Jalonneur(
                    base.pool(vertx, "bal_journal"),
                    new SignataireLocal(dossier.resolve("journal.pem")),
                    Optional.of(Temoin.a(dossier.resolve("temoin.jsonl").toString(), action -> action.getAsInt())),
                    Duration.ZERO,
                    new SimpleMeterRegistry());
            try (var journal = base.journal(vertx, new Reglages(Duration.ofSeconds(5), BORNE, entrees, 256))) {
                recues = inscris(journal, 0, entrees / 2);
                jalonneur.passe().await().atMost(BORNE);
                inscris(journal, entrees / 2, entrees);
                jalonneur.passe().await().atMost(BORNE);
            }
        }

        private List<Inscription> inscris(JournalGroupe journal, int de, int a) {
            var recues = new ArrayList<Inscription>();
            for (int debut = de; debut < a; debut += LOT) {
                var toutes = IntStream.range(debut, Math.min(a, debut + LOT))
                        .mapToObj(n -> journal.inscris(Exemples.divulgation("client-" + n % 7, 1, sujets(n))))
                        .toList();
                recues.addAll(Uni.join().all(toutes).andFailFast().await().atMost(BORNE));
            }
            return recues;
        }

        private List<UUID> sujets(int n) {
            return IntStream.range(0, 20)
                    .mapToObj(s -> sujets.get((int) ((n * 31L + s * 7919L) % entrees)))
                    .toList();
        }

        void exporte() throws Exception {
            try (var lecteur = base.connexion("bal_lecteur_journal");
                    var sortie = Files.newBufferedWriter(dossier.resolve("export.jsonl"))) {
                Exportation.ecris(lecteur, sortie);
            }
            Files.write(
                    dossier.resolve("recus.jsonl"),
                    recues.stream()
                            .limit(10)
                            .map(recue -> new JsonObject()
                                    .put("id", recue.id())
                                    .put("empreinte", HexFormat.of().formatHex(recue.empreinte()))
                                    .put("chaine", recue.chaine())
                                    .put("rang", recue.rang())
                                    .encode())
                            .toList());
        }

        Verification.Rapport verifie() throws Exception {
            try (var export = Files.lines(dossier.resolve("export.jsonl"));
                    var temoin = Files.lines(dossier.resolve("temoin.jsonl"));
                    var recus = Files.lines(dossier.resolve("recus.jsonl"))) {
                return new Verification(List.of(ClePublique.lis(dossier.resolve("journal.pem.pub"))), Optional.empty())
                        .verifie(export, temoin, recus);
            }
        }

        /** What divulgations reads for one person of two records. */
        void mesureLaLecture() throws Exception {
            base.execute("analyze journal.entree");
            var lecture = new LectureDuJournal(base.pool(vertx, "bal_lecteur_journal"));
            var durees = IntStream.range(0, 101)
                    .mapToLong(n -> {
                        var recherche = new Recherche(
                                Optional.of(List.of(sujets.get(n), sujets.get(n + 200))),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty());
                        long depart = System.nanoTime();
                        assertThat(lecture.page(recherche, Optional.empty(), 21)
                                        .await()
                                        .atMost(BORNE))
                                .isNotEmpty();
                        assertThat(lecture.nombre(recherche).await().atMost(BORNE))
                                .isPositive();
                        return System.nanoTime() - depart;
                    })
                    .sorted()
                    .toArray();
            var mediane = Duration.ofNanos(durees[durees.length / 2]);
            System.out.printf(
                    "journal: one person among %d entries, median %.1f ms%n", entrees, mediane.toNanos() / 1e6);
            assertThat(mediane).isLessThan(Duration.ofMillis(50));
        }

        @Override
        public void close() throws Exception {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            base.close();
        }
    }
}
