package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaAOublier.lou;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J2;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Employers' addresses that DECA carries become contacts. */
class ContactsDecaTest {

    private static final String CONTACTS =
            "select concat_ws('|', source, questionne, siren, siret, coalesce(domaine, '-'),"
                    + " (premiere_vue at time zone 'Europe/Paris')::date, (derniere_vue at time zone 'Europe/Paris')::date, expire_le)"
                    + " from contact order by 1";
    private static final String TYPIQUE = "DECA|f|130025265|13002526500013|essai.fr|2025-01-07|2025-01-07|2025-02-06";

    @TempDir
    Path dossier;

    private DecaAOublier monde;

    @BeforeEach
    void ouvre() {
        monde = new DecaAOublier(dossier);
    }

    @AfterEach
    void ferme() {
        monde.close();
    }

    private List<String> contacts() {
        return monde.deca().banc().textes(CONTACTS);
    }

    @Test
    void the_employer_s_address_is_a_contact_trusted_thirty_days_from_the_day_of_the_extract() {
        monde.deca().lba(J1, ligne(), lou());
        monde.deca().tba(J1, ligne());

        monde.deca().banc().poursuis();

        assertThat(contacts()).containsExactly(TYPIQUE);
        assertThat(monde.deca()
                        .banc()
                        .texte("select count(*) from secret s join contact c using (enregistrement)"
                                + " join index_aveugle x using (enregistrement) where x.genre = 2"))
                .isEqualTo("1");
    }

    @Test
    void of_a_public_provider_s_address_the_domain_does_not_stand_in_clear() {
        monde.deca().lba(J1, ligne(une -> pose(une, "/employeur/courriel", "garage.martin@orange.fr")));

        monde.deca().banc().poursuis();

        assertThat(contacts()).hasSize(1).allMatch(un -> un.contains("|-|"));
    }

    @Test
    void the_next_day_s_extract_makes_it_known_longer_and_the_same_day_again_changes_nothing() {
        monde.deca().lba(J1, ligne());
        monde.deca().lba(J2, ligne());
        monde.deca().banc().poursuis();
        assertThat(contacts()).containsExactly(TYPIQUE.replace("2025-01-07|2025-02-06", "2025-01-08|2025-02-07"));
        var avant = monde.deca().banc().textes("select xmin || contact::text from contact");

        monde.deca().banc().relis(J1, J2);

        assertThat(monde.deca().banc().textes("select xmin || contact::text from contact"))
                .isEqualTo(avant);
    }

    @Test
    void a_row_that_is_quarantined_feeds_nothing() {
        monde.deca().lba(J1, ligne(une -> pose(une, "/alternant/nom", "")));

        monde.deca().banc().poursuis();

        assertThat(monde.deca().banc().texte("select count(*) from quarantaine"))
                .isEqualTo("1");
        assertThat(contacts()).isEmpty();
    }

    @Test
    void without_an_address_or_an_establishment_that_holds_together_there_is_none() {
        monde.deca()
                .lba(
                        J1,
                        ligne(une -> pose(une, "/employeur/courriel", "pas une adresse")),
                        ligne(une -> pose(une, "/employeur/courriel", "")),
                        ligne(une -> pose(une, "/employeur/siret", "13002526500014")));

        monde.deca().banc().poursuis();

        assertThat(monde.deca().banc().texte("select count(*) from contrat")).isEqualTo("1");
        assertThat(contacts()).isEmpty();
    }

    @Test
    void an_erased_apprentice_leaves_the_employer_s_contact_and_what_still_comes_of_them_adds_nothing() {
        // Given
        monde.deca().lba(J1, ligne());
        monde.deca().banc().poursuis();

        // When
        assertThat(monde.efface(monde.zoe())).hasValue(0);
        monde.deca().lba(J2, ligne(une -> pose(une, "/employeur/courriel", "autre@essai.fr")));
        monde.deca().banc().relis(J2, J2);

        // Then
        assertThat(contacts()).containsExactly(TYPIQUE);
        assertThat(monde.deca().banc().texte("select count(*) from contrat")).isEqualTo("0");
        assertThat(monde.deca().banc().texte("select count(*) from secret s join contact c using (enregistrement)"))
                .isEqualTo("1");
    }
}
