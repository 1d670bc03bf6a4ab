package fr.gouv.apprentissage.bal.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContratsEnMasseTest {

    private static final int NOMBRE = Integer.getInteger("bal.test.masse", 20_000);

    private static BaseDeMasse base;
    private static Connection connexion;
    private static long indexAvant;
    private static long premier;

    @BeforeAll
    static void charge() throws Exception {
        base = BaseDeMasse.demarre();
        connexion = base.proprietaire();
        indexAvant = nombre("select count(*) from pg_indexes where tablename in ('contrat', 'identite')");
        premier = new ContratsEnMasse(connexion).charge(4, NOMBRE, true);
    }

    @AfterAll
    static void arrete() throws Exception {
        base.close();
    }

    @Test
    void every_contract_is_there_with_its_identity() throws SQLException {
        assertThat(nombre("select count(*) from contrat")).isEqualTo(NOMBRE);
        assertThat(nombre("select count(*) from contrat c join identite i on i.enregistrement = c.id"))
                .isEqualTo(NOMBRE);
        assertThat(nombre("select min(id) from contrat")).isEqualTo(premier);
    }

    @Test
    void the_indexes_are_back() throws SQLException {
        assertThat(nombre("select count(*) from pg_indexes where tablename in ('contrat', 'identite')"))
                .isEqualTo(indexAvant);
    }

    @Test
    void ids_given_afterwards_are_free() throws SQLException {
        assertThat(nombre("select nextval('enregistrement_seq')")).isGreaterThanOrEqualTo(premier + NOMBRE);
    }

    @Test
    void every_key_of_a_perimeter_has_values_few_and_many_contracts_and_none() throws SQLException {
        assertThat(nombre("select count(distinct region) from contrat")).isEqualTo(18);
        assertThat(nombre("select count(distinct departement) from contrat")).isGreaterThan(80);
        assertThat(nombre("select count(distinct source) from contrat")).isEqualTo(2);
        assertThat(nombre("select count(distinct employeur_opco) from contrat")).isEqualTo(11);
        assertThat(nombre("select count(*) from contrat where region is null")).isPositive();
        assertThat(nombre("select count(*) from contrat where date_debut is null"))
                .isPositive();
        assertThat(nombre("select max(n) from (select count(*) n from contrat group by formation_siret) t"))
                .isGreaterThan(NOMBRE / 100);
    }

    @Test
    void a_departement_lies_in_its_region() throws SQLException {
        assertThat(
                        nombre(
                                "select count(*) from contrat where region = '53' and departement not in ('22','29','35','56')"))
                .isZero();
    }

    private static long nombre(String sql) throws SQLException {
        try (var ordre = connexion.createStatement();
                var reponse = ordre.executeQuery(sql)) {
            reponse.next();
            return reponse.getLong(1);
        }
    }
}
