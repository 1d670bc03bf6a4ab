package fr.gouv.apprentissage.bal.droits.effacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of erasures, and what a start makes of it. */
class ListeDesEffacementsTest {

    @TempDir
    Path dossier;

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-05-01T10:00:00.123456789Z"));
    private final ScellementDeTest scellement = ScellementDeTest.ouvert();
    private final Pool pool = BaseDIngestion.vide();
    private BancDEffacement banc;

    @BeforeEach
    void deuxPersonnesEffacees() {
        banc = new BancDEffacement(dossier, horloge);
        for (var id : List.of(1L, 2L)) {
            BaseDIngestion.execute("insert into identite (enregistrement, personne, source, etat_du) values (" + id
                    + ", " + (100 + id) + ", 'DECA', now())");
            assertThat(banc.efface(pool, scellement, 100 + id)).isPresent();
        }
    }

    @Test
    void anEntryNamesNobodyAndOnlyItsOwnerReadsTheList() throws IOException {
        assertThat(Files.readString(banc.liste()))
                .doesNotContain("demande", "mars")
                .contains("\"nombre\":1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(banc.liste())))
                .isEqualTo("rw-------");
    }

    @Test
    void theReasonIsNowhereInClear() {
        assertThat(texte("select string_agg(e::text, '') from effacement e")).doesNotContain("demande");
    }

    @Test
    void whatDatabaseAndListBothHaveIsDone() {
        assertThat(banc.accorde(pool)).containsExactly(0, 0, 0);
    }

    @Test
    void whatTheDatabaseDoesNotHaveIsCarriedOutOnceWithItsMarks() {
        BaseDIngestion.execute("truncate effacement, suppression");

        assertThat(banc.accorde(pool)).containsExactly(2, 0, 0);
        assertThat(banc.accorde(pool)).containsExactly(0, 0, 0);
    }

    @Test
    void idsThatWereGivenToErasedRecordsAreNotGivenAgain() {
        BaseDIngestion.execute("truncate effacement, suppression; alter sequence enregistrement_seq restart with 1");

        banc.accorde(pool);

        assertThat(texte("select nextval('enregistrement_seq')")).isEqualTo("3");
    }

    @Test
    void aListThatWasLostIsMadeAnewFromTheDatabase() throws IOException {
        // Given
        var avant = Files.readAllLines(banc.liste());
        Files.delete(banc.liste());

        // When
        assertThat(banc.accorde(pool)).containsExactly(0, 2, 0);

        // Then
        assertThat(Files.readAllLines(banc.liste())).containsExactlyInAnyOrderElementsOf(avant);
    }

    @Test
    void marksThatHaveEndedAreMissedByNobody() throws IOException {
        // Given
        horloge.avance(Duration.ofDays(5 * 366));
        BaseDIngestion.execute("delete from suppression");
        Files.delete(banc.liste());

        // When
        assertThat(banc.accorde(pool)).containsExactly(0, 2, 0);

        // Then
        assertThat(banc.accorde(pool)).containsExactly(0, 0, 0);
        assertThat(verifie(banc.clePublique())).isZero();
    }

    @Test
    void aLastLineThatAProcessDidNotFinishIsToldAndGoesWithTheNextEntry() throws IOException {
        // Given
        Files.writeString(banc.liste(), "{\"id\":\"8f", StandardOpenOption.APPEND);
        assertThat(banc.accorde(pool)).containsExactly(0, 0, 1);

        // When
        BaseDIngestion.execute(
                "insert into identite (enregistrement, personne, source, etat_du) values (3, 103, 'DECA', now())");
        banc.efface(pool, scellement, 103);

        // Then
        assertThat(Files.readAllLines(banc.liste())).hasSize(3);
        assertThat(banc.accorde(pool)).containsExactly(0, 0, 0);
    }

    @Test
    void anEntryThatIsNotWhatWasSignedStopsTheStartBeforeAnythingIsCarriedOut() throws IOException {
        // Given
        var lignes = Files.readAllLines(banc.liste());
        Files.write(banc.liste(), List.of(lignes.get(0), lignes.get(1).replace("\"id\":2,", "\"id\":7,")));
        BaseDIngestion.execute("truncate effacement, suppression");

        // When, Then
        assertThatThrownBy(() -> banc.accorde(pool)).hasMessageContainingAll("ligne 2", "signature fausse");
        assertThat(texte("select count(*) from effacement")).isEqualTo("0");
        assertThat(verifie(banc.clePublique())).isEqualTo(1);
    }

    @Test
    void marksThatWereTakenOutBeforeTheirEndShow() throws IOException {
        var lignes = Files.readAllLines(banc.liste()).stream()
                .map(ligne -> ligne.replace(
                        "\"marques\":[]",
                        "\"marques\":[{\"genre\":\"IDENTITE\",\"version\":1,"
                                + "\"empreinte\":\"00\",\"sexe\":null,\"departement\":null}]"))
                .toList();
        Files.write(banc.liste(), lignes);

        assertThatThrownBy(() -> banc.accorde(pool)).hasMessageContaining("les marques ne sont pas celles");
    }

    @Test
    void anUnreadableLineInTheMiddleStopsTheStart() throws IOException {
        Files.writeString(banc.liste(), "bruit\n" + Files.readString(banc.liste()));

        assertThatThrownBy(() -> banc.accorde(pool)).hasMessageContainingAll("ligne 1", "lisible");
    }

    @Test
    void anUnknownKeyStopsTheStartAndIsNamed() {
        var autre = new SignataireLocal(dossier.resolve("autre.pem"));

        assertThatThrownBy(() -> banc.accorde(pool, autre))
                .hasMessageContaining("clé inconnue (" + new SignataireLocal(dossier.resolve("journal.pem")).cle());
    }

    @Test
    void aKeyThatTurnsWhileItSignsLeavesAnEntryThatVerifies() {
        // Given
        var tournante = new SignataireQuiTourne(
                new SignataireLocal(dossier.resolve("avant.pem")), new SignataireLocal(dossier.resolve("apres.pem")));
        var dehors = new BancDEffacement(dossier.resolve("autre"), horloge, tournante);
        BaseDIngestion.execute("truncate effacement, suppression;"
                + "insert into identite (enregistrement, personne, source, etat_du) values (3, 103, 'DECA', now())");

        // When
        assertThat(dehors.efface(pool, scellement, 103)).isPresent();

        // Then
        assertThat(tournante.tours()).isPositive();
        assertThat(dehors.accorde(pool)).containsExactly(0, 0, 0);
    }

    @Test
    void aProofIsFoundByWhoHasTheListAndThePublicKey() throws IOException {
        // Given
        var ligne = Files.readAllLines(banc.liste()).get(1);
        var signature = ligne.replaceAll(".*\"signature\":\"(\\w+)\".*", "$1");

        // When, Then
        assertThat(verifie(banc.clePublique())).isZero();
        assertThat(verifie(banc.clePublique(), signature)).isZero();
        assertThat(verifie(banc.clePublique(), "00")).isEqualTo(1);
    }

    private int verifie(Path cle, String... preuve) {
        var sortie = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var arguments = new java.util.ArrayList<>(
                List.of("verifie-effacements", banc.liste().toString(), cle.toString()));
        arguments.addAll(List.of(preuve));
        return new CommandeDesEffacements(sortie, sortie).execute(arguments);
    }

    private String texte(String sql) {
        return String.valueOf(
                pool.query(sql).executeAndAwait().iterator().next().getValue(0));
    }
}
