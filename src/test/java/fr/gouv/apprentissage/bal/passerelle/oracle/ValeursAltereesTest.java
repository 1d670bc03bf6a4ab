package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client is told when stored values do not open: those are null, under one named error each; the rest of the answer stands. */
@Tag("attaque28")
class ValeursAltereesTest {

    private static final String NOMS = "{ c: contrats { nodes { type alternant { nom courriels } } } }";
    private static final String NOM_ET_SEXE = "{ c: contrats { nodes { type alternant { nom sexe } } } }";

    private static Banc banc;

    @BeforeAll
    static void demarre() throws Exception {
        banc = new Banc();
    }

    @AfterAll
    static void arrete() throws Exception {
        banc.close();
    }

    private static ExempleDeDroits deuxContrats() {
        return new ExempleDeDroits(banc)
                .contrat(
                        1,
                        "53",
                        7,
                        0,
                        "Contrat.type",
                        11,
                        "Personne.nom",
                        "Dupont",
                        "Personne.courriels",
                        List.of(new Courriel("un@exemple.fr")))
                .contrat(
                        2,
                        "53",
                        8,
                        0,
                        "Contrat.type",
                        12,
                        "Personne.nom",
                        "Martin",
                        "Personne.courriels",
                        List.of(new Courriel("deux@exemple.fr")))
                .habilitation(
                        "lecture",
                        "",
                        "Contrat.type LIRE",
                        "Contrat.alternant LIRE",
                        "Contrat.historique LIRE",
                        "Personne.nom LIRE",
                        "Personne.sexe LIRE",
                        "Personne.courriels LIRE");
    }

    private static void assertUneErreur(Reponse reponse, String code, String coordonnee, int lignes) {
        assertThat(reponse.refusee()).isFalse();
        assertThat(reponse.erreurs()).hasSize(1).allSatisfy(erreur -> {
            assertThat(erreur.code()).hasToString(code);
            assertThat(erreur.chemin()).containsExactly("c", "nodes");
            assertThat(erreur.extensions())
                    .containsEntry("coordonnee", coordonnee)
                    .containsEntry("lignes", lignes);
            assertThat(erreur.message()).doesNotContain("Dupont", "Martin");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a bit of the ciphertext, the format, the version of the key
                "set nom = set_byte(nom, 30, get_byte(nom, 30) # 1)",
                "set nom = set_byte(nom, 0, 2)",
                "set nom = set_byte(nom, 0, 0)",
                "set nom = set_byte(nom, 4, 9)",
                // cut, emptied
                "set nom = substr(nom, 1, 20)",
                "set nom = substr(nom, 1, length(nom) - 1)",
                "set nom = ''::bytea",
                // moved from another field, another record, another table
                "set nom = courriels",
                "set nom = (select nom from identite where enregistrement = 2)",
                "set nom = (select enveloppe from secret where enregistrement = 1 and epoque = 1)"
            })
    void aValueThatDoesNotOpenIsNullAndTheRestStands(String alteration) throws Exception {
        var sql = "update identite " + alteration + " where enregistrement = 1";

        var reponse = deuxContrats().demandeApres(sql, NOMS);

        assertThat(reponse.racines())
                .containsEntry(
                        "c",
                        "{\"nodes\":[{\"type\":11,\"alternant\":{\"nom\":null,\"courriels\":[\"un@exemple.fr\"]}},"
                                + "{\"type\":12,\"alternant\":{\"nom\":\"Martin\",\"courriels\":[\"deux@exemple.fr\"]}}]}");
        assertUneErreur(reponse, "VALEUR_ALTEREE", "Personne.nom", 1);
    }

    @Test
    void severalDamagedRowsAreOneErrorThatCountsThem() throws Exception {
        var reponse = deuxContrats().demandeApres("update identite set nom = courriels", NOM_ET_SEXE);

        assertUneErreur(reponse, "VALEUR_ALTEREE", "Personne.nom", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from secret where enregistrement = 1",
                "update secret set enveloppe = substr(enveloppe, 1, 59) where enregistrement = 1",
                "update secret set enveloppe = set_byte(enveloppe, 0, get_byte(enveloppe, 0) # 1) where enregistrement = 1",
                "update secret set enveloppe = (select enveloppe from secret where enregistrement = 2 and epoque = 1)"
            })
    void aRecordWhoseSecretIsGoneShowsWhatIsNotSealed(String alteration) throws Exception {
        var reponse = deuxContrats().demandeApres(alteration, NOM_ET_SEXE);

        assertThat(reponse.racines())
                .containsEntry(
                        "c",
                        "{\"nodes\":[{\"type\":11,\"alternant\":{\"nom\":null,\"sexe\":null}},"
                                + "{\"type\":12,\"alternant\":{\"nom\":\"Martin\",\"sexe\":null}}]}");
        assertUneErreur(reponse, "VALEUR_ALTEREE", "Personne.nom", 1);
    }

    @Test
    void anUnknownEpochIsKeysAway() throws Exception {
        var reponse = deuxContrats()
                .demandeApres(
                        "alter table secret disable trigger all; create table if not exists secret_9 partition of secret"
                                + " for values in (9); update secret set epoque = 9 where enregistrement = 1 and epoque = 1",
                        NOM_ET_SEXE);

        assertUneErreur(reponse, "CLES_INDISPONIBLES", "Personne.nom", 1);
    }

    @Test
    void keysOfOneClassAwayTakeItsCoordinatesAlone() throws Exception {
        try {
            var reponse = deuxContrats().demandeApres(() -> banc.sceaux().perds(Classe.CONTACT), NOMS);

            assertThat(reponse.racines().get("c"))
                    .contains("\"nom\":\"Dupont\"", "\"nom\":\"Martin\"", "\"courriels\":null");
            assertUneErreur(reponse, "CLES_INDISPONIBLES", "Personne.courriels", 2);
        } finally {
            banc.sceaux().retrouve(Classe.CONTACT);
        }
    }

    @Test
    void withEveryClassAwayWhatNeedsNoOpeningAnswers() throws Exception {
        try {
            var reponse = deuxContrats()
                    .demandeApres(
                            () -> Arrays.stream(Classe.values()).forEach(banc.sceaux()::perds),
                            "{ c: contrats { nodes { type } } }");

            assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[{\"type\":11},{\"type\":12}]}");
            assertThat(reponse.erreurs()).isEmpty();
        } finally {
            Arrays.stream(Classe.values()).forEach(banc.sceaux()::retrouve);
        }
    }

    @Test
    void aDamagedValueThatIsNotGrantedIsNotToldOf() throws Exception {
        var reponse = new ExempleDeDroits(banc)
                .contrat(1, "53", 7, 0, "Contrat.type", 11, "Personne.nom", "Dupont")
                .habilitation("lecture", "", "Contrat.type LIRE", "Contrat.alternant LIRE", "Personne.sexe LIRE")
                .demandeApres("update identite set nom = substr(nom, 1, 20)", NOM_ET_SEXE);

        assertUneErreurDeDroit(reponse);
    }

    private static void assertUneErreurDeDroit(Reponse reponse) {
        assertThat(reponse.erreurs()).hasSize(1).allSatisfy(erreur -> assertThat(erreur.code())
                .hasToString("CHAMP_NON_HABILITE"));
    }

    @Test
    void damagedValuesAreCountedByClass() throws Exception {
        var mesures = new SimpleMeterRegistry();
        Metrics.addRegistry(mesures);
        try {
            deuxContrats().demandeApres("update identite set nom = courriels", NOM_ET_SEXE);

            assertThat(mesures.get("bal.valeurs.alterees")
                            .tag("classe", "IDENTITE")
                            .counter()
                            .count())
                    .isEqualTo(2);
        } finally {
            Metrics.removeRegistry(mesures);
        }
    }
}
