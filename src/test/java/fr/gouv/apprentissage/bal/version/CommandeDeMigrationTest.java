package fr.gouv.apprentissage.bal.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.version.BaseDeVersions.Issue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The step that migrates, and what a process that serves makes of the schema that it finds. */
class CommandeDeMigrationTest {

    private static final String MOT_DE_PASSE = "un-mot-de-passe-qui-ne-se-dit-pas";

    private BaseDeVersions base;

    @BeforeEach
    void demarre() throws Exception {
        base = new BaseDeVersions();
    }

    @AfterEach
    void arrete() throws Exception {
        base.close();
    }

    @Test
    void anEmptyDatabaseIsServedOnceTheStepHasRun() {
        assertThatThrownBy(this::demarreraitUnService)
                .isInstanceOf(SchemaTropAncien.class)
                .hasMessageContaining("migre");

        assertThat(base.migre(Map.of()).statut()).isZero();

        assertThatCode(this::demarreraitUnService).doesNotThrowAnyException();
    }

    @Test
    void theStepMayBeRunAgain() {
        base.migre(Map.of());

        var encore = base.migre(Map.of());

        assertThat(encore.statut()).isZero();
        assertThat(encore.sortie()).contains("déjà à jour", "version " + ControleDuSchema.REQUISE);
    }

    @Test
    void aSchemaThatIsOlderIsNotServed() {
        base.migre(Map.of());
        base.execute("delete from flyway_schema_history where version = '" + ControleDuSchema.REQUISE + "'");

        assertThatThrownBy(this::demarreraitUnService)
                .isInstanceOf(SchemaTropAncien.class)
                .hasMessageContaining("version " + ControleDuSchema.REQUISE);
    }

    @Test
    void aSchemaThatIsNewerIsServedAndTheStepLeavesIt() {
        base.migre(Map.of());
        base.execute(
                "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) select max(installed_rank) + 1, '99', 'suite', 'SQL', 'V99__suite.sql', 'x', 1, true"
                        + " from flyway_schema_history");

        assertThatCode(this::demarreraitUnService).doesNotThrowAnyException();
        assertThat(base.migre(Map.of())).returns(0, Issue::statut).satisfies(issue -> assertThat(issue.sortie())
                .contains("version 99"));
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        var issue = BaseDeVersions.commande(Map.of(), "migre");

        assertThat(issue.statut()).isEqualTo(1);
        assertThat(issue.erreurs())
                .contains("quarkus.datasource.jdbc.url", "quarkus.flyway.username", "quarkus.flyway.password");
    }

    @Test
    void anArgumentIsNotTaken() {
        assertThat(BaseDeVersions.commande(Map.of(), "migre", "jdbc:postgresql://base/bal"))
                .satisfies(issue -> assertThat(issue.statut()).isEqualTo(2))
                .satisfies(issue -> assertThat(issue.erreurs()).doesNotContain("jdbc"));
    }

    @Test
    void aRoleThatDoesNotOwnTheSchemaMigratesNothing() {
        // Given: a schema, since without one Flyway asks ten times whether it may make its table, a second apart
        base.migre(Map.of());
        base.execute("delete from flyway_schema_history where version = '" + ControleDuSchema.REQUISE + "'");

        // When
        var issue = base.migre(Map.of("quarkus.flyway.username", "bal_service"));

        // Then
        assertThat(issue.statut()).isEqualTo(1);
        assertThat(issue.erreurs()).contains("SQLSTATE 42501");
    }

    @Test
    void aBaseThatDoesNotAnswerIsNamedByItsCodeAlone() {
        var issue = base.migre(Map.of(
                "quarkus.flyway.jdbc-url",
                "jdbc:postgresql://127.0.0.1:1/bal",
                "quarkus.flyway.password",
                MOT_DE_PASSE));

        assertThat(issue.statut()).isEqualTo(1);
        assertThat(issue.erreurs()).contains("SQLSTATE 08001").doesNotContain(MOT_DE_PASSE);
    }

    private void demarreraitUnService() {
        new ControleDuSchema(base.service()).controle();
    }
}
