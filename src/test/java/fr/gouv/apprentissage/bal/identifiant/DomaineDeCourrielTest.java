package fr.gouv.apprentissage.bal.identifiant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomaineDeCourrielTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "orange.fr",
                "wanadoo.fr",
                "laposte.net",
                "hotmail.fr",
                "outlook.fr",
                "yahoo.co.uk",
                "sfr.fr",
                "proton.me",
                "yopmail.com",
                "mail.orange.fr",
                "a.b.free.fr"
            })
    void anybody_may_have_an_address_of_a_public_provider_or_under_it(String domaine) {
        assertThat(new DomaineDeCourriel(domaine).estPublic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orange.com",
                "monorange.fr",
                "gmail.com.essai.fr",
                "laposte.fr",
                "essai.fr",
                "mairie-gmail.fr",
                "com.fr"
            })
    void a_company_s_domain_is_its_own_whatever_it_resembles(String domaine) {
        assertThat(new DomaineDeCourriel(domaine).estPublic()).isFalse();
    }

    @Test
    void of_an_address_the_domain_stands_only_where_it_is_a_company_s() {
        assertThat(DomaineDeCourriel.dEntreprise(Courriel.lis("RH@Essai.FR"))).hasValue("essai.fr");
        assertThat(DomaineDeCourriel.dEntreprise(Courriel.lis("jeanne@Orange.fr")))
                .isEmpty();
    }

    @Test
    void blanks_and_case_do_not_count() {
        assertThat(DomaineDeCourriel.lis(" Essai.FR ")).isEqualTo(new DomaineDeCourriel("essai.fr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "essai", "@essai.fr", "essai..fr", "-essai.fr", "essai.fr.", "é.fr", "essai.12", "Essai.fr"})
    void what_is_no_domain_is_refused_without_being_shown(String texte) {
        assertThatThrownBy(() -> new DomaineDeCourriel(texte))
                .isInstanceOf(IdentifiantInvalide.class)
                .hasMessageNotContaining(texte.isEmpty() ? "@" : texte);
    }

    @Test
    void the_list_is_in_order_says_where_it_comes_from_and_names_nothing_twice() throws IOException {
        List<String> lignes;
        try (var fichier = DomaineDeCourriel.class.getResourceAsStream("fournisseurs-de-courriel.txt")) {
            lignes = new String(fichier.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        var domaines = lignes.stream().filter(ligne -> !ligne.startsWith("#")).toList();

        assertThat(lignes.get(0)).startsWith("#");
        assertThat(domaines).hasSizeGreaterThan(300).isSorted().doesNotHaveDuplicates();
        assertThat(domaines).allSatisfy(domaine -> {
            new DomaineDeCourriel(domaine);
            var parent = domaine.substring(domaine.indexOf('.') + 1);
            assertThat(domaines).doesNotContain(parent);
        });
    }
}
