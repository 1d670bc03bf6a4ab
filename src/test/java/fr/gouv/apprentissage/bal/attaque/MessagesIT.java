package fr.gouv.apprentissage.bal.attaque;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages give away: nothing that the caller did not write. */
class MessagesIT {

    private static final Pattern NOM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{3,}");

    private static Cible cible;
    private static Set<String> noms;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
        noms = new TreeSet<>();
        var schema = cible.demande(
                "administration",
                "{ __schema { types { name kind fields { name args { name } } inputFields { name } enumValues { name } } } }");
        schema.donnees().findValuesAsText("name").stream()
                .filter(nom -> NOM.matcher(nom).matches() && !nom.startsWith("__"))
                .forEach(noms::add);
        // words of French, or of the nation's nomenclatures, before they are names of the schema
        noms.removeAll(Set.of("type", "champ", "champs", "Siret", "siret"));
        assertThat(noms).contains("Contrat", "PersonneFiltre", "ROMPU", "courriels", "DATE_DEBUT_DESC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contrat { nodez } }",
                "{ contrats { noeuds } }",
                "{ personnez(filtre: {}) { id } }",
                "{ contrats(filtr: {}) { pageInfo { endCursor } } }",
                "{ contrats { nodes { alternant { courriel nomm } } } }",
                "mutation { revoqueHabilitatio(id: \"x\") { id } }"
            })
    void attaque08_aucun_nom_n_est_suggere(String document) {
        riendeplus(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ contrats(tri: DATE_DEBU) { pageInfo { endCursor } } }",
                "{ contrats(tri: 3) { pageInfo { endCursor } } }",
                "{ contrats(filtre: { statut: RONPU }) { pageInfo { endCursor } } }",
                "{ contrats(filtre: { statutt: 1, zzz: 2 }) { pageInfo { endCursor } } }",
                "{ contrats(filtre: { alternant: { identite: { nom: \"x\" } } }) { pageInfo { endCursor } } }",
                "{ contrats(filtre: 7) { pageInfo { endCursor } } }",
                "query($f: Nimporte) { moi { id } }",
                "query($f: Int) { contrats(filtre: $f) { pageInfo { endCursor } } }",
                "{ contrats { nodes { ... on Zzz { id } } } }",
                "{ contrats { nodes } }",
                "{ moi { id { x } } }",
                "{ personne(id: [[1]]) { id } }",
                "{ organisme(siret: 1) { uai } }",
                "subscription { x }",
                "{ moi @zzz { id } }"
            })
    void attaque09_aucun_type_ni_valeur_d_enumeration_n_est_nomme(String document) {
        riendeplus(document);
    }

    private static void riendeplus(String document) {
        var reponse = cible.demande("lba", document);

        assertThat(reponse.codes()).isNotEmpty();
        var dits = NOM.matcher(messages(reponse.json()))
                .results()
                .map(m -> m.group())
                .collect(Collectors.toSet());
        dits.retainAll(noms);
        assertThat(dits).as(reponse.corps()).allMatch(document::contains);
    }

    /** Messages and extensions, without the codes, which are public. */
    private static String messages(JsonNode reponse) {
        var dits = new StringBuilder();
        reponse.path("errors").forEach(erreur -> {
            dits.append(erreur.path("message").asText()).append(' ');
            erreur.path("extensions").properties().stream()
                    .filter(extension -> !extension.getKey().equals("code"))
                    .forEach(extension -> dits.append(extension.getValue()).append(' '));
        });
        return dits.toString();
    }
}
