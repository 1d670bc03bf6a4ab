package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the blind indexes turn, and after, ingestion ends in the state that the oracle says: no record is doubled, no person split or joined. */
class GenerationsDIndexTest {

    private static final List<String> TABLES = List.of("rapprochement", "index_aveugle", "contrat_cle");

    private final MondeServi monde = new MondeServi();
    private final ScellementDeTest scellement = ScellementDeTest.ouvert();
    private BancDIngestion banc;

    @AfterEach
    void ferme() {
        monde.close();
        banc.close();
    }

    private void lisJusquA(int jours) throws InterruptedException {
        var dernier = jours == 0 ? monde.dernier() : MondeServi.PREMIER.plusDays(jours - 1L);
        if (banc != null) {
            banc.close();
        }
        banc = CourseDeca.banc(
                BaseDIngestion.laMeme(), monde.simulateur().url(), MondeServi.PREMIER, dernier, scellement);
        CourseDeca.vaAuBout(banc, dernier);
    }

    private void refais(long apres, int lots) {
        var position = apres;
        for (var lot = 0; lot < lots; lot++) {
            var fait = banc.reindexe(2, position, 50);
            if (fait.isEmpty()) {
                return;
            }
            assertThat(fait.get().illisibles()).isEmpty();
            position = fait.get().dernier();
        }
    }

    /** Rows of each kind, by table and kind. */
    private List<String> nombres(int generation) {
        return banc.textes("select concat_ws(' ', quelle, genre, count(*)) from ("
                + "select 'rapprochement' as quelle, genre, generation from rapprochement"
                + " union all select 'index_aveugle', genre, generation from index_aveugle"
                + " union all select 'contrat_cle', 0, generation from contrat_cle) t"
                + " where generation = " + generation + " group by quelle, genre order by 1");
    }

    private void retireLaPremiere() {
        scellement.retireGeneration(1);
        TABLES.forEach(table -> BaseDIngestion.execute("delete from " + table + " where generation = 1"));
    }

    private void tourne(int regles) throws InterruptedException {
        BaseDIngestion.vide();
        lisJusquA(2);
        scellement.ouvreGeneration(2, regles);
        refais(0, 3);
        lisJusquA(4);
        refais(0, Integer.MAX_VALUE);
    }

    @Test
    void what_comes_in_while_two_generations_stand_is_what_the_oracle_says() throws InterruptedException {
        // Given
        tourne(Pliage.VERSION);

        // When
        lisJusquA(0);

        // Then
        new Comparaison(monde.attendu(), banc).tout();
    }

    @Test
    void at_its_end_each_index_stands_under_both_generations() throws InterruptedException {
        tourne(Pliage.VERSION);

        assertThat(nombres(2)).isNotEmpty().isEqualTo(nombres(1));
    }

    @Test
    void once_the_former_one_is_retired_nothing_is_missed() throws InterruptedException {
        // Given
        tourne(Pliage.VERSION);

        // When
        retireLaPremiere();
        lisJusquA(0);

        // Then
        new Comparaison(monde.attendu(), banc).tout();
    }

    @Test
    void what_the_job_made_is_what_ingestion_makes() throws InterruptedException {
        // Given
        tourne(Pliage.VERSION);
        lisJusquA(0);
        refais(0, Integer.MAX_VALUE);
        retireLaPremiere();
        var avant = banc.textes("select r::text from rapprochement r order by 1");

        // When
        banc.relis(MondeServi.PREMIER, monde.dernier());

        // Then
        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.textes("select r::text from rapprochement r order by 1"))
                .isEqualTo(avant);
        new Comparaison(monde.attendu(), banc).personnes();
    }

    @Test
    void new_rules_of_folding_are_a_generation_of_their_own() throws InterruptedException {
        // Given
        tourne(Pliage.VERSION + 1);
        retireLaPremiere();

        // When
        lisJusquA(0);

        // Then
        new Comparaison(monde.attendu(), banc).contrats();
    }
}
