package fr.gouv.apprentissage.bal.embarque.generateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferentielDemoTest {

    private static final ReferentielDemo DEMO = new ReferentielDemo(5);

    @Test
    void organisations_have_the_columns_of_the_public_file() throws IOException {
        var lignes = lignes(DEMO.fichierOrganismes(), StandardCharsets.UTF_8);

        assertThat(lignes.get(0))
                .isEqualTo(
                        "\uFEFFuai;siret;raison_sociale;enseigne;nature;departement;commune;adresse;prepa_apprentissage");
        assertThat(lignes)
                .hasSize(61)
                .allMatch(l -> l.chars().filter(c -> c == ';').count() == 8);
    }

    @Test
    void diplomas_have_as_many_columns_as_their_header() throws IOException {
        var lignes = lignes(DEMO.fichierDiplomes(), StandardCharsets.ISO_8859_1);

        assertThat(lignes.get(0)).startsWith("FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;");
        assertThat(lignes).hasSize(25).allMatch(l -> l.split(";", -1).length == 59);
    }

    @Test
    void levels_have_as_many_columns_as_their_header() throws IOException {
        var lignes = lignes(DEMO.fichierNiveaux(), StandardCharsets.ISO_8859_1);

        assertThat(lignes).hasSize(5).allMatch(l -> l.split(";", -1).length == 12);
    }

    @Test
    void no_organisation_shares_its_siret_or_its_uai() {
        assertThat(new HashSet<>(
                        DEMO.organismes().stream().map(OrganismeGenere::siret).toList()))
                .hasSize(60);
        assertThat(new HashSet<>(
                        DEMO.organismes().stream().map(OrganismeGenere::uai).toList()))
                .hasSize(60);
    }

    @Test
    void bretagne_is_well_represented() {
        assertThat(DEMO.organismes())
                .filteredOn(o -> List.of("35", "22", "29", "56").contains(o.departement()))
                .hasSizeGreaterThan(30);
    }

    private static List<String> lignes(InputStream fichier, Charset jeu) throws IOException {
        return Arrays.asList(new String(fichier.readAllBytes(), jeu).split("\n"));
    }
}
