package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.declaration.Classe;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day that is read while keys are away, or over values that were damaged: it waits for the first, and goes on over the second. */
class ClesEtAlterationsTest {

    private static final int LIGNES = 2_400;

    private final DecaDeTest deca = new DecaDeTest();

    @AfterEach
    void ferme() {
        deca.close();
    }

    private static JsonNode contrat(int rang) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", "035202409%06d".formatted(rang)));
    }

    private String compte(String table) {
        return deca.banc().texte("select count(*) from " + table);
    }

    private void retrouve() {
        Arrays.stream(Classe.values()).forEach(deca.banc().scellement()::retrouve);
    }

    @Test
    void keys_that_go_in_the_middle_of_a_page_make_the_run_wait_and_lose_nothing() {
        // Given: a page of several lots, and keys that go within the second
        deca.lba(
                J1,
                IntStream.range(0, LIGNES)
                        .mapToObj(ClesEtAlterationsTest::contrat)
                        .toArray(JsonNode[]::new));
        deca.banc().scellement().perdsApres(14_000);

        // When
        deca.banc().poursuis();

        // Then
        assertThat(deca.banc().derniere().etat()).hasToString("EN_ATTENTE");
        assertThat(deca.banc().derniere().erreur()).isEqualTo("les clés de scellement sont indisponibles");
        assertThat(List.of(compte("contrat"), compte("identite"), compte("quarantaine")))
                .containsOnly("0");
        assertThat(compte("ingestion_ligne l where not exists"
                        + " (select from secret s where s.enregistrement = l.enregistrement)"))
                .isEqualTo("0");
        assertThat(Integer.parseInt(compte("ingestion_ligne"))).isPositive().isLessThan(LIGNES);

        // And when they are back
        retrouve();
        deca.banc().tour();

        // Then
        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().erreur()).isNull();
        assertThat(List.of(
                        compte("contrat"),
                        compte("identite"),
                        compte("secret s join contrat c on c.id = s.enregistrement")))
                .containsOnly(Integer.toString(LIGNES));
        assertThat(List.of(compte("quarantaine"), compte("ingestion_ligne"))).containsOnly("0");
    }

    @Test
    void keys_that_are_away_from_the_start_make_the_run_wait() {
        deca.lba(J1, ligne(), ligne(une -> une.putNull("alternant")));
        Arrays.stream(Classe.values()).forEach(deca.banc().scellement()::perds);

        deca.banc().poursuis();
        deca.banc().tour();

        assertThat(deca.banc().derniere().etat()).hasToString("EN_ATTENTE");
        assertThat(List.of(compte("contrat"), compte("quarantaine"), compte("ingestion_rejet")))
                .containsOnly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"substr(nom, 1, 20)", "set_byte(nom, 0, 7)", "''::bytea"})
    void a_damaged_value_is_replaced_by_the_next_that_comes_in_and_told_of(String alteration) {
        // Given
        deca.lba(J1, ligne(), contrat(2));
        deca.banc().poursuis();
        deca.banc()
                .pool()
                .query("update identite set nom = " + alteration
                        + " where enregistrement = (select min(id) from contrat)")
                .executeAndAwait();

        // When
        deca.lba(J2, ligne(), contrat(2));
        deca.banc().relis(J2, J2);

        // Then
        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().signalements()).hasToString("[Signalement[motif=VALEUR_ALTEREE, nombre=1]]");
        var abime = Long.parseLong(deca.banc().texte("select min(id) from contrat"));
        assertThat(deca.revelateur().stocke(deca.banc().pool(), abime, "nom")).isEqualTo("D'Hérouville-Lê");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from secret where enregistrement = (select min(id) from contrat)",
                "update secret set enveloppe = substr(enveloppe, 1, 40) where enregistrement = (select min(id) from contrat)"
            })
    void a_record_whose_secret_is_damaged_is_left_out_and_told_of(String alteration) {
        // Given
        deca.lba(J1, ligne(), contrat(2));
        deca.banc().poursuis();
        deca.banc().pool().query(alteration).executeAndAwait();

        // When
        deca.lba(J2, ligne(), contrat(2), contrat(3));
        deca.banc().relis(J2, J2);

        // Then
        assertThat(deca.banc().derniere().etat()).hasToString("TERMINEE");
        assertThat(deca.banc().derniere().signalements()).hasToString("[Signalement[motif=SECRET_ALTERE, nombre=1]]");
        assertThat(deca.banc().textes("select count(*) from contrat group by jour_lba order by jour_lba"))
                .containsExactly("1", "2");
        assertThat(compte("quarantaine")).isEqualTo("0");
    }
}
