package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.sansRecepisse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search by identity says nothing of a person out of the perimeter: the same bytes as for a person that nobody knows. */
class RechercheHorsPerimetreIT {

    private static final String IDENTITE = "identite: { nom: $n, prenom: $p, dateNaissance: $d }";
    private static final String VARIABLES = "query($n: String!, $p: String!, $d: Date!) ";

    private static Cible cible;
    private static ClientDEssai chercheur;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
        chercheur = ClientDEssai.nouveau(cible, "chercheur");
        chercheur.accorde(
                List.of("53"),
                "Contrat.dateDebut LIRE",
                "Contrat.alternant LIRE FILTRER",
                "ContratConnection.totalCount LIRE",
                "PersonneConnection.totalCount LIRE",
                "Personne.nom LIRE FILTRER",
                "Personne.prenoms FILTRER",
                "Personne.dateNaissance FILTRER",
                "Personne.contrats LIRE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ personnes(filtre: { " + IDENTITE
                        + " }) { totalCount nodes { id nom contrats { dateDebut } } pageInfo { hasNextPage endCursor } } }",
                "{ personnes(first: 0, filtre: { " + IDENTITE + " }) { edges { cursor } pageInfo { hasNextPage } } }",
                "{ contrats(filtre: { alternant: { " + IDENTITE
                        + " } }) { totalCount nodes { id alternant { nom courriels } } } }",
                "{ a: personnes(filtre: { " + IDENTITE
                        + " }) { ...P } } fragment P on PersonneConnection { nodes { courriels } }"
            })
    void attaque26_chercher_une_personne_hors_perimetre_ne_dit_pas_qu_elle_existe(String document) {
        var inconnue = Map.of("n", "Zzyzwsky", "p", "Qwxavier", "d", "1999-02-28");
        var attendue = sansRecepisse(chercheur.demande(VARIABLES + document, inconnue));
        var ailleurs = personnes(false);

        assertThat(ailleurs).isNotEmpty().allSatisfy(personne -> assertThat(
                        sansRecepisse(chercheur.demande(VARIABLES + document, personne)))
                .isEqualTo(attendue));
    }

    @Test
    void attaque26_chercher_une_personne_du_perimetre_la_trouve() {
        assertThat(personnes(true)).isNotEmpty().allSatisfy(personne -> assertThat(chercheur
                        .demande(VARIABLES + "{ personnes(filtre: { " + IDENTITE + " }) { totalCount } }", personne)
                        .donnees()
                        .at("/personnes/totalCount")
                        .asInt())
                .isPositive());
    }

    /** Some identities as the delegate reads them: of persons with a contract in Brittany, or with none there. */
    private static List<Map<String, String>> personnes(boolean enBretagne) {
        var regions = "organismeFormation { region } organismeResponsable { region }";
        var noeuds = cible.demande(
                        "delegue",
                        "{ contrats(first: 200) { nodes { alternant { nom prenoms dateNaissance contrats { " + regions
                                + " } } } } }")
                .donnees()
                .at("/contrats/nodes");
        return StreamSupport.stream(noeuds.spliterator(), false)
                .map(contrat -> contrat.path("alternant"))
                .filter(personne -> personne.path("prenoms").size() == 1
                        && personne.path("nom").isTextual()
                        && personne.path("dateNaissance").isTextual())
                .filter(personne -> enBretagne
                        ? bretonnes(personne) == personne.path("contrats").size()
                        : personne.findValuesAsText("region").stream().noneMatch("53"::equals))
                .limit(5)
                .map(personne -> Map.of(
                        "n", personne.path("nom").asText(),
                        "p", personne.path("prenoms").get(0).asText(),
                        "d", personne.path("dateNaissance").asText()))
                .toList();
    }

    private static long bretonnes(JsonNode personne) {
        return StreamSupport.stream(personne.path("contrats").spliterator(), false)
                .filter(contrat ->
                        contrat.at("/organismeFormation/region").asText().equals("53"))
                .count();
    }
}
