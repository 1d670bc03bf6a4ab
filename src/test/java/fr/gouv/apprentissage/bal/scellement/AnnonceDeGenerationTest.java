package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a generation of blind indexes is announced, on the real tables. */
class AnnonceDeGenerationTest {

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private Pool pool;
    private ScellementDeTest ici;

    @BeforeEach
    void unProcessus() {
        pool = BaseDIngestion.vide();
        ici = ScellementDeTest.enBase(pool, horloge);
    }

    @Test
    void allKindsAreAnnouncedAtOnceSoThatNobodySeesHalfOfThem() {
        assertThat(ici.generations().annonce()).isEqualTo(2);

        assertThat(BaseDIngestion.texte(
                        "select concat_ws(' ', count(distinct xmin::text), count(*)) from cle where version = 2"))
                .isEqualTo("1 " + GenerationsDIndex.genres().size());
    }

    @Test
    void announcedAgainItIsTheSameUntilItIsImposed() {
        ici.generations().annonce();

        assertThat(ici.generations().annonce()).isEqualTo(2);
        BaseDIngestion.execute("update cle set active_le = 'epoch' where version = 2");
        assertThat(ici.generations().annonce()).isEqualTo(3);
    }

    @Test
    void halfOfAGenerationIsCompleted() {
        BaseDIngestion.execute(
                "insert into cle (genre, version, enveloppe, active_le, regles)"
                        + " select genre, 2, enveloppe, now() + interval '1 minute', regles from cle where genre = 'INDEX:INE'");

        assertThat(ici.generations().annonce()).isEqualTo(2);
        assertThat(BaseDIngestion.texte("select count(*) from cle where version = 2"))
                .isEqualTo(Integer.toString(GenerationsDIndex.genres().size()));
    }
}
