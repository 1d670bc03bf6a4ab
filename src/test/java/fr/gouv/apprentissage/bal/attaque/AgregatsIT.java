package fr.gouv.apprentissage.bal.attaque;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers from which a person could be told. The only number that the schema counts is {@code totalCount}. */
class AgregatsIT {

    private static final String COMPTE =
            "query($f: ContratFiltre) { contrats(first: 0, filtre: $f) { totalCount nodes { dateDebut } pageInfo { hasNextPage } } }";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @Test
    void attaque25_totalCount_est_le_seul_compte_et_demande_un_droit() {
        var schema = cible.demande(
                "administration", "{ __schema { types { name fields { name type { name ofType { name } } } } } }");
        var comptes = new java.util.TreeSet<String>();
        schema.donnees().at("/__schema/types").forEach(type -> type.path("fields")
                .forEach(champ -> {
                    var nom = champ.path("name").asText();
                    if (nom.matches("(?i).*(count|total|nombre|somme|moyenne|taux|min|max).*")) {
                        comptes.add(type.path("name").asText() + "." + nom);
                    }
                }));

        assertThat(comptes).contains("ContratConnection.totalCount", "PersonneConnection.totalCount");
        assertThat(comptes)
                .filteredOn(nom -> nom.startsWith("Contrat") || nom.startsWith("Personne"))
                .containsExactly("ContratConnection.totalCount", "PersonneConnection.totalCount");
    }

    @Test
    void attaque25_petite_case_et_difference_sans_le_droit_de_compter() {
        var client = ClientDEssai.nouveau(cible, "compte");
        client.accorde(List.of("53"), "Contrat.dateDebut LIRE FILTRER", "Contrat.statut LIRE FILTRER");

        var large = client.demande(COMPTE, Map.of("f", Map.of()));
        var etroite = client.demande(COMPTE, Map.of("f", Map.of("debutDu", "2026-10-01", "debutAu", "2026-10-01")));
        var vide = client.demande(COMPTE, Map.of("f", Map.of("debutDu", "1950-01-01", "debutAu", "1950-01-01")));

        assertThat(List.of(large, etroite, vide)).allSatisfy(reponse -> {
            assertThat(reponse.donnees().at("/contrats/totalCount").isNull()).isTrue();
            assertThat(reponse.codes()).containsExactly("CHAMP_NON_HABILITE");
        });
        assertThat(List.of(large, etroite, vide))
                .extracting(reponse -> reponse.json().path("errors"))
                .containsOnly(large.json().path("errors"));
    }

    @Test
    void attaque25_un_compte_accorde_ne_compte_que_les_lignes_de_son_perimetre() {
        var client = ClientDEssai.nouveau(cible, "compte-borne");
        client.accorde(List.of("53"), "Contrat.dateDebut LIRE", "ContratConnection.totalCount LIRE");

        int compte = client.demande("{ contrats(first: 0) { totalCount } }")
                .donnees()
                .at("/contrats/totalCount")
                .asInt();
        int tous = cible.demande("tdb", "{ contrats(first: 0) { totalCount } }")
                .donnees()
                .at("/contrats/totalCount")
                .asInt();
        int bretons = cible.demande("tdb", "{ contrats(first: 0, filtre: { region: [\"53\"] }) { totalCount } }")
                .donnees()
                .at("/contrats/totalCount")
                .asInt();

        assertThat(compte).isPositive().isLessThan(tous).isEqualTo(bretons);
    }
}
