package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.simulateur.Demande;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Given generated contracts and a source that fails at every page in every way, when all their days are read, then what is stored is what a
 * small separate oracle says of the same rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class DecaContreOracleTest {

    private static final List<String> TABLES = List.of(
            "contrat",
            "contrat_cle",
            "contrat_ecarte",
            "identite",
            "secret",
            "index_aveugle",
            "rapprochement",
            "personne_fusionnee",
            "changement",
            "quarantaine",
            "contact",
            "curseur");

    private final MondeServi monde = new MondeServi();
    private BancDIngestion banc;
    private Attendu attendu;
    private PannesAuHasard<Demande> pannes;
    private Comparaison comparaison;

    @BeforeAll
    void lisTout() throws InterruptedException {
        pannes = monde.tombe();
        banc = CourseDeca.banc(BaseDIngestion.vide(), monde.simulateur().url(), MondeServi.PREMIER, monde.dernier());
        var debut = System.nanoTime();
        CourseDeca.vaAuBout(banc, monde.dernier());
        var secondes = (System.nanoTime() - debut) / 1e9;
        attendu = monde.attendu();
        comparaison = new Comparaison(attendu, banc);
        System.out.printf(
                "DECA contre oracle : %d contrats, %d lignes, %d demandes dont %d en panne, %d exécutions, %.1f s, %.0f lignes/s%n",
                attendu.contrats().size(),
                monde.lignes(),
                monde.simulateur().demandes().size(),
                pannes.rencontrees(),
                banc.textes("select id from execution").size(),
                secondes,
                monde.lignes() / secondes);
    }

    @AfterAll
    void ferme() {
        monde.close();
        banc.close();
    }

    @Test
    void every_contract_is_stored_field_by_field_as_the_oracle_says() {
        comparaison.contrats();
    }

    @Test
    void every_change_is_kept_with_what_was_before_and_after() {
        comparaison.changements();
    }

    @Test
    void the_records_of_one_human_being_are_those_that_the_oracle_puts_together() {
        comparaison.personnes();
    }

    @Test
    void what_cannot_be_identified_is_in_quarantine_once() {
        comparaison.quarantaine();
    }

    @Test
    void every_address_of_an_employer_is_a_contact_as_the_oracle_says() {
        comparaison.contacts(monde.contacts());
    }

    @Test
    void doubts_are_counted_once_however_often_a_page_was_read() {
        comparaison.signalements();
    }

    @Test
    void what_was_read_and_thrown_away_leaves_nothing() {
        comparaison.rienDePlus();
    }

    @Test
    void rows_are_counted_once_however_often_a_page_was_read() {
        assertThat(banc.texte("select sum(lus) from execution where not relecture"))
                .isEqualTo(String.valueOf(monde.lignes()));
        assertThat(banc.texte("select sum(crees) from execution where not relecture"))
                .isEqualTo(String.valueOf(attendu.contrats().size()));
    }

    @Test
    void the_world_holds_what_the_comparison_is_for() {
        assertThat(pannes.rencontrees()).isGreaterThan(50);
        assertThat(attendu.personnes()).anyMatch(une -> une.size() > 1);
        assertThat(attendu.quarantaine()).isNotEmpty();
        assertThat(monde.contacts()).hasSizeGreaterThan(50);
        assertThat(attendu.contrats().values()).anyMatch(un -> un.changements().stream()
                .anyMatch(c -> c.coordonnee().equals("Personne.nom")));
    }

    @Test
    void the_same_days_read_again_touch_no_row() {
        monde.simulateur().pannes().efface();
        var avant = empreintes();

        banc.relis(MondeServi.PREMIER, monde.dernier());

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().lus()).isEqualTo((int) monde.lignes());
        assertThat(empreintes()).isEqualTo(avant);
    }

    /** Of each table its rows and who wrote each of them: a row written again with the same content shows. */
    private Map<String, String> empreintes() {
        var empreintes = new LinkedHashMap<String, String>();
        for (var table : TABLES) {
            empreintes.put(
                    table,
                    banc.texte("select count(*) || ' ' || coalesce(md5(string_agg(md5(t.xmin::text || t::text), ''"
                            + " order by t::text)), '') from " + table + " t"));
        }
        return empreintes;
    }
}
