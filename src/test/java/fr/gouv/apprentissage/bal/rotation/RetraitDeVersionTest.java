package fr.gouv.apprentissage.bal.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An old version goes when nothing stands under it, and not before. */
@Tag("attaque28")
class RetraitDeVersionTest extends BancPeuple {

    @Test
    void withoutAProofNoVersionIsRetired() {
        assertThatThrownBy(() -> retires(1)).isInstanceOf(ArgumentInvalide.class);

        banc.tourne("IDENTITE");
        assertThatThrownBy(() -> retires(1)).isInstanceOf(ArgumentInvalide.class);
        assertThat(banc.texte("select count(*) from cle where retiree_le is not null"))
                .isEqualTo("0");
    }

    @Test
    void theNewVersionIsNotRetiredOnItsOwnProof() {
        tourne();

        assertThatThrownBy(() -> retires(2)).isInstanceOf(ArgumentInvalide.class);
    }

    @Test
    void aValuePutBackFromBeforeTheRetirementIsRefused() {
        // Given
        var ancienne = pool.query("select nom from identite where enregistrement = 7")
                .executeAndAwait()
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();
        tourne();
        retires(1);

        // When
        pool.preparedQuery("update identite set nom = $1 where enregistrement = 7")
                .executeAndAwait(Tuple.of(Buffer.buffer(ancienne)));

        // Then
        assertThatThrownBy(() -> new Revelateur(banc.scellement()).stocke(pool, 7, "nom"))
                .isInstanceOf(ValeurAlteree.class)
                .hasMessageContaining("inconnue ou retirée");
        assertThat(new Revelateur(banc.scellement()).stocke(pool, 8, "nom")).isEqualTo("NOM-8");
    }

    @Test
    void whatWasPutBackBetweenProofAndRetirementKeepsTheOldVersion() {
        // Given
        var ancienne = pool.query("select nom from identite where enregistrement = 7")
                .executeAndAwait()
                .iterator()
                .next()
                .getBuffer(0)
                .getBytes();
        tourne();

        // When
        pool.preparedQuery("update identite set nom = $1 where enregistrement = 7")
                .executeAndAwait(Tuple.of(Buffer.buffer(ancienne)));

        // Then
        assertThatThrownBy(() -> retires(1)).isInstanceOf(ArgumentInvalide.class);
        assertThat(valeurs.differences()).isEmpty();
    }

    @Test
    void aDamagedValueIsNamedTheOthersGoOnAndNothingIsRetired() {
        // Given
        pool.query("update identite set nom = set_byte(nom, 30, get_byte(nom, 30) # 1) where enregistrement = 7")
                .executeAndAwait();
        pool.query("update changement set avant = substr(avant, 1, 20) where enregistrement = 9")
                .executeAndAwait();

        // When
        tourne();

        // Then
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.ECHOUEE);
        assertThat(banc.derniere().illisibles()).isEqualTo(2);
        assertThat(banc.texte(
                        "select string_agg(lieu || ' ' || enregistrement, ', ' order by lieu) from rotation_illisible"))
                .isEqualTo("changement 9, identite 7");
        assertThat(banc.sous("IDENTITE", 1)).isEqualTo(1);
        assertThat(banc.sous("IDENTITE", 2)).isEqualTo(VALEURS - 2);
        assertThat(banc.derniere().preuve().orElseThrow().texte()).endsWith("restants 2\n");
        assertThatThrownBy(() -> retires(1)).isInstanceOf(ArgumentInvalide.class);
    }

    @Test
    void onceTheDamagedValueIsMendedTheSameJobEnds() {
        // Given
        pool.query("update identite set nom = set_byte(nom, 30, get_byte(nom, 30) # 1) where enregistrement = 7")
                .executeAndAwait();
        tourne();

        // When
        pool.query("update identite set nom = set_byte(nom, 30, get_byte(nom, 30) # 1) where enregistrement = 7")
                .executeAndAwait();
        banc.tourne("IDENTITE");
        banc.vaAuBout();

        // Then
        assertThat(banc.rotations().dernieres(10)).hasSize(1);
        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.TERMINEE);
        assertThat(banc.texte("select count(*) from rotation_illisible")).isEqualTo("0");
        assertThat(valeurs.differences()).isEmpty();
    }

    @Test
    void aRecordWithoutItsSecretIsCountedApart() {
        pool.query("delete from secret where enregistrement = 7").executeAndAwait();

        tourne();

        assertThat(banc.derniere().etat()).isEqualTo(EtatExecution.ECHOUEE);
        assertThat(banc.derniere().illisibles()).isEqualTo(ValeursScellees.PAR_FICHE);
    }

    @Test
    void olderVersionsRetireByThemselvesWhenTheProofIsOldEnough() {
        tourne();

        banc.rotations().retireApres(Duration.ofHours(1));
        assertThat(banc.derniere().retireeLe()).isEmpty();
        horloge.avance(Duration.ofHours(2));
        banc.rotations().retireApres(Duration.ofHours(1));

        assertThat(banc.derniere().retireeLe()).isPresent();
        assertThat(banc.texte("select string_agg(version::text, ',') from cle where genre = 'IDENTITE'"
                        + " and retiree_le is not null"))
                .isEqualTo("1");
    }
}
