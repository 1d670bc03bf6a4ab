package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ingestion while epochs turn. */
class SecretEnDeuxEpoquesTest {

    private final DecaDeTest deca = new DecaDeTest();

    @AfterEach
    void ferme() {
        deca.close();
    }

    @Test
    void a_record_whose_secret_stands_in_two_epochs_is_found_once_under_the_newest() {
        deca.lba(J1, ligne());
        deca.banc().poursuis();
        BaseDIngestion.execute("create table if not exists secret_0 partition of secret for values in (0);"
                + "insert into secret select enregistrement, 0, 'x' from secret");

        deca.banc().relis(J1, J1);

        assertThat(deca.banc().derniere().inchanges()).isEqualTo(1);
        assertThat(deca.banc().texte("select count(*) from contrat")).isEqualTo("1");
    }
}
