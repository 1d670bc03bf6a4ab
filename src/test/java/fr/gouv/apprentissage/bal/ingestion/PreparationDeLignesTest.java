package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.ingestion.PreparationDeLignes.Placee;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are prepared before the transaction that writes them: what the keys have become meanwhile decides. */
class PreparationDeLignesTest {

    private final ScellementDeTest cles = ScellementDeTest.ouvert();
    private final PreparationDeLignes preparation = preparation(cles);
    private final Placee placee = new Placee(3, LignesConnues.recue(7));

    private static PreparationDeLignes preparation(ScellementDeTest cles) {
        return new PreparationDeLignes(cles.index(), new Rappels(cles.marques(), Clock.systemUTC()));
    }

    @Test
    void whatWasPreparedUnderTheKeysOfNowIsWrittenAsItIs() {
        var lot = preparation.prepare(List.of(placee));

        assertThat(preparation.aJour(lot)).isSameAs(lot.lignes());
        assertThat(lot.lignes()).extracting(PreparationDeLignes.Preparee::rang).containsExactly(3);
    }

    @Test
    void whatWasPreparedBeforeAGenerationCameIsPreparedAgain() {
        var lot = preparation.prepare(List.of(placee));
        cles.ouvreGeneration(2, 1);

        var aEcrire = preparation.aJour(lot).get(0);

        assertThat(aEcrire.cles()).extracting(Generation::numero).contains(1, 2);
        assertThat(aEcrire.traces()).anyMatch(trace -> trace.generation() == 2);
        assertThat(aEcrire.index().get("courriels")).anyMatch(une -> une.generation() == 2);
    }

    @Test
    void whatCouldNotBePreparedIsPreparedByWhoHasTheKeys() {
        var sansCles = ScellementDeTest.ouvert();
        sansCles.perdLesCles();
        var lot = preparation(sansCles).prepare(List.of(placee));

        assertThat(lot.lignes()).isEmpty();
        assertThat(preparation.aJour(lot)).hasSize(1);
    }

    @Test
    void whoHasNotTheKeysEitherIsTold() {
        cles.perdLesCles();
        var lot = preparation.prepare(List.of(placee));

        assertThatThrownBy(() -> preparation.aJour(lot)).isInstanceOf(ClesIndisponibles.class);
    }

    @Test
    void whatWasPreparedBeforeAGenerationWentIsPreparedAgain() {
        cles.ouvreGeneration(2, 1);
        var lot = preparation.prepare(List.of(placee));
        cles.retireGeneration(1);

        var aEcrire = preparation.aJour(lot).get(0);

        assertThat(aEcrire.cles()).extracting(Generation::numero).containsExactly(2);
        assertThat(aEcrire.traces()).allMatch(trace -> trace.generation() == 2);
    }
}
