package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.rotation.index.BancDIndex;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of a package that knows nothing of generations, beside one that turns the blind indexes. */
class IndexApresUnAncienTest {

    @TempDir
    Path dossier;

    private final MondeServi monde = new MondeServi();
    private HorlogeReglable horloge;
    private ScellementDeTest cles;
    private BancDIndex index;
    private BancDIngestion banc;

    @BeforeEach
    void lis() throws InterruptedException {
        var pool = BancDeRotation.vide();
        horloge = new HorlogeReglable(Instant.now());
        cles = ScellementDeTest.enBase(pool, horloge);
        index = new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge, 50);
        banc = CourseDeca.banc(pool, monde.simulateur().url(), MondeServi.PREMIER, monde.dernier(), cles);
        CourseDeca.vaAuBout(banc, monde.dernier());
    }

    @AfterEach
    void ferme() {
        banc.close();
        index.close();
        monde.close();
    }

    @Test
    void whileItLivesNoGenerationIsOpened() {
        index.connues(false);

        assertThatThrownBy(index::tourne)
                .isInstanceOf(ArgumentInvalide.class)
                .hasMessageContaining("bal.version.retenir");
        assertThat(banc.texte("select max(version) from cle")).isEqualTo("1");
    }

    @Test
    void whatItWroteAfterTheProofHoldsTheFormerGeneration() {
        var generation = prouve();
        ecritCommeUnAncien(generation);

        assertThatThrownBy(() -> index.retire(generation))
                .isInstanceOf(ArgumentInvalide.class)
                .hasMessageContaining("tourneIndex");
    }

    @Test
    void askedForAgainTheSameGenerationIsMadeWhole() {
        // Given
        var generation = prouve();
        ecritCommeUnAncien(generation);

        // When
        var encore = index.tourne();
        index.vaAuBout();
        index.retire(generation);

        // Then
        assertThat(encore).isEqualTo(generation);
        assertThat(index.preuve()).contains("lacunes 0");
        assertThat(banc.texte("select count(*) from quarantaine where generation < " + generation))
                .isEqualTo("0");
        new Comparaison(monde.attendu(), banc).tout();
    }

    @Test
    void onceRetiredNothingIsMadeAgain() {
        var generation = prouve();
        index.retire(generation);

        assertThatThrownBy(index::tourne).isInstanceOf(ArgumentInvalide.class).hasMessageContaining("purgée");
    }

    private int prouve() {
        var generation = index.tourne();
        horloge.avance(VersionsDeCles.PREAVIS);
        cles.relis();
        index.vaAuBout();
        assertThat(index.etat()).isEqualTo("TERMINEE");
        return generation;
    }

    /** As the package of before did: rows in quarantine name no generation; and as one whose clock is behind: indexes under the former alone. */
    private void ecritCommeUnAncien(int generation) {
        assertThat(banc.texte("select count(*) > 0 from quarantaine")).isEqualTo("true");
        BaseDIngestion.execute("update quarantaine set generation = 1");
        BaseDIngestion.execute("delete from index_aveugle where generation = " + generation
                + " and enregistrement in (select id from contrat order by id limit 5)");
    }
}
