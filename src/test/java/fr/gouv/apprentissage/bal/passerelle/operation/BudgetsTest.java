package fr.gouv.apprentissage.bal.passerelle.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private final TempsDeTest temps = new TempsDeTest();
    private final SimpleMeterRegistry mesures = new SimpleMeterRegistry();
    private final Budgets budgets = new Budgets(100, 3, new Bornes(Map.of(Limite.COUT, 100)), temps, mesures);

    @Test
    void whatIsSpentIsNotLeft() {
        budgets.depense("lba", 30);

        assertThat(budgets.etat("lba")).isEqualTo(new Budgets.Etat(100, 70, 60));
    }

    @Test
    void whoSpentNothingWaitsForNothing() {
        assertThat(budgets.etat("lba")).isEqualTo(new Budgets.Etat(100, 100, 0));
    }

    @Test
    void theLastPointMayBeSpentAndNoneAfterIt() {
        budgets.depense("lba", 100);
        temps.avance(Duration.ofSeconds(20));

        var refus = catchThrowableOfType(OperationRefusee.class, () -> budgets.depense("lba", 1));

        assertThat(refus.erreur().code()).isEqualTo(CodeErreur.BUDGET_EPUISE);
        assertThat(refus.erreur().extensions()).containsEntry(Budgets.REESSAYER, 40L);
        assertThat(mesures.counter("bal.budgets.epuises", "client", "lba").count())
                .isEqualTo(1);
    }

    @Test
    void whatIsRefusedTakesNothing() {
        budgets.depense("lba", 95);

        assertThatThrownBy(() -> budgets.depense("lba", 6)).isInstanceOf(OperationRefusee.class);

        assertThat(budgets.etat("lba").restant()).isEqualTo(5);
    }

    @Test
    void aMinuteLaterAllOfItIsThereAgain() {
        budgets.depense("lba", 100);

        temps.avance(Duration.ofSeconds(59));
        assertThat(budgets.etat("lba")).isEqualTo(new Budgets.Etat(100, 0, 1));
        temps.avance(Duration.ofSeconds(1));
        assertThat(budgets.etat("lba")).isEqualTo(new Budgets.Etat(100, 100, 0));
    }

    @Test
    void clientsDoNotSpendForOneAnother() {
        budgets.depense("lba", 100);

        assertThat(budgets.etat("tdb").restant()).isEqualTo(100);
    }

    @Test
    void searchesHaveABudgetOfTheirOwn() {
        budgets.cherche("lba", 2);
        budgets.cherche("lba", 1);

        var refus = catchThrowableOfType(OperationRefusee.class, () -> budgets.cherche("lba", 1));

        assertThat(refus.erreur().code()).isEqualTo(CodeErreur.RECHERCHES_EPUISEES);
        assertThat(budgets.etat("lba").restant()).isEqualTo(100);
        assertThat(mesures.counter("bal.recherches.refusees", "client", "lba").count())
                .isEqualTo(1);
        temps.avance(Duration.ofMinutes(1));
        budgets.cherche("lba", 3);
    }

    @Test
    void moreSearchesThanAMinuteHoldsAreTooLarge() {
        var refus = catchThrowableOfType(OperationRefusee.class, () -> budgets.cherche("lba", 4));

        assertThat(refus.erreur().extensions())
                .containsEntry("limite", "recherches")
                .containsEntry("maximum", 3L);
        assertThat(mesures.counter("bal.recherches.refusees", "client", "lba").count())
                .isEqualTo(1);
    }

    @Test
    void whoSearchesNothingIsNotHeldBack() {
        budgets.cherche("lba", 3);

        budgets.cherche("lba", 0);

        assertThat(mesures.getMeters()).isEmpty();
    }

    @Test
    void aBudgetThatNoOperationOfTheLargestCostFitsInIsRefused() {
        assertThatThrownBy(() -> new Budgets(99, 3, new Bornes(Map.of(Limite.COUT, 100)), temps, mesures))
                .hasMessageContaining("bal.passerelle.budget")
                .hasMessageContaining("bal.passerelle.cout");
    }
}
