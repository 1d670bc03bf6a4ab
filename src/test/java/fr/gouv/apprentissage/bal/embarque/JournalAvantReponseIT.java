package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 3, shown by 4: an answer that left has its entry, whatever happens then; without an entry no row leaves. */
@Tag("attaque34")
class JournalAvantReponseIT {

    private static final String QUESTION = "{ contrats(first: 20) { nodes { id dateDebut alternant { nom } } } }";
    private static final Duration BORNE = Duration.ofSeconds(10);

    private static Demonstration demonstration;

    @BeforeAll
    static void demarre() throws Exception {
        demonstration = Demonstration.partagee();
    }

    @RepeatedTest(3)
    void theEntryOfAnAnswerIsThereAfterAKill() throws Exception {
        // Given
        var reponse = demande();

        // When
        demonstration.tue();
        demonstration.demarre();

        // Then
        var journal = reponse.json().at("/extensions/journal");
        assertThat(reponse.donnees().at("/contrats/nodes")).isNotEmpty();
        assertThat(texte("select encode(empreinte, 'hex') from journal.entree where id = '"
                        + journal.path("id").asText() + "'::uuid and client = 'lba'"))
                .isEqualTo(journal.path("empreinte").asText());
        assertThat(demande().donnees().at("/contrats/nodes")).isNotEmpty();
    }

    @Test
    void noRowLeavesWhenTheInsertFailsAndItHealsByItself() throws Exception {
        execute(
                "create function journal.epreuve() returns trigger language plpgsql as 'begin raise exception ''panne''; end'");
        execute(
                "create trigger epreuve before insert on journal.entree for each row execute function journal.epreuve()");
        try {
            refusee(demande());
            refusee(demande());
            var enJson = demonstration.appel().demande("lba", QUESTION, Map.of(), Map.of("Accept", "application/json"));
            assertThat(enJson.statut()).isEqualTo(200);
            assertThat(enJson.codes()).containsExactly("JOURNAL_INDISPONIBLE");
            assertThat(enJson.donnees().isMissingNode()).isTrue();
        } finally {
            execute("drop trigger epreuve on journal.entree");
            execute("drop function journal.epreuve");
        }
        repondue(demande());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter table journal.entree detach partition %s", "drop table %s"})
    void noRowLeavesWhenTheMonthIsMissingAndItHealsByItself(String manque) throws Exception {
        execute(manque.formatted(
                "journal.entree_" + LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy_MM"))));

        refusee(demande());

        repondue(demande());
    }

    @Test
    void noRowLeavesWhileALockIsHeldAndItHealsByItself() throws Exception {
        try (var connexion = demonstration.superutilisateur();
                var ordre = connexion.createStatement()) {
            connexion.setAutoCommit(false);
            ordre.execute("lock table journal.entree in access exclusive mode");

            long debut = System.nanoTime();
            refusee(demande());
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(BORNE);
            connexion.rollback();
        }
        repondue(demande());
    }

    private static Reponse demande() {
        return demonstration.appel().demande("lba", QUESTION);
    }

    private static void refusee(Reponse reponse) {
        assertThat(reponse.statut()).isEqualTo(503);
        assertThat(reponse.codes()).containsExactly("JOURNAL_INDISPONIBLE");
        assertThat(reponse.donnees().isMissingNode()).isTrue();
    }

    private static void repondue(Reponse reponse) {
        assertThat(reponse.statut()).isEqualTo(200);
        assertThat(reponse.codes()).isEmpty();
        assertThat(reponse.donnees().at("/contrats/nodes")).hasSize(20);
    }

    private static void execute(String sql) throws SQLException, IOException {
        try (var connexion = demonstration.superutilisateur();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }

    private static String texte(String sql) throws SQLException, IOException {
        try (var connexion = demonstration.superutilisateur();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            assertThat(lignes.next()).as("une ligne").isTrue();
            return lignes.getString(1);
        }
    }
}
