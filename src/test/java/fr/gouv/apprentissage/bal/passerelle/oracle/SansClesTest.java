package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without any key, on rows that are there: what needs no opening answers as before, what does is null and says why. */
class SansClesTest {

    private static Banc banc;

    @BeforeAll
    static void desLignesPuisPlusDeCles() throws Exception {
        banc = new Banc();
        new ExempleDeDroits(banc)
                .contrat(1, "53", 7, 0, "Contrat.dateDebut", LocalDate.of(2025, 9, 1), "Personne.nom", "Le Goff")
                .habilitation(
                        "tout", "", "Contrat.dateDebut LIRE+FILTRER", "Contrat.alternant LIRE", "Personne.nom LIRE")
                .demande("{ c: contrats { nodes { dateDebut alternant { nom } } } }");
        banc.perdLesCles();
    }

    @AfterAll
    static void arrete() throws Exception {
        banc.close();
    }

    private static Reponse demande(String document) {
        return banc.execute(Banc.document(document), Map.of(), ExempleDeDroits.appelant(), Mode.NORMAL);
    }

    @Test
    void fieldsInClearAreServedAndFiltered() {
        var reponse = demande("{ c: contrats(filtre: { debutDu: \"2025-01-01\" })" + " { nodes { dateDebut } } }");

        assertThat(reponse.erreurs()).isEmpty();
        assertThat(reponse.racines()).containsEntry("c", "{\"nodes\":[{\"dateDebut\":\"2025-09-01\"}]}");
        assertThat(reponse.extensions()).containsKey("journal");
    }

    @Test
    void besideASealedFieldThatIsNullTheClearOneIsServed() {
        var reponse = demande("{ c: contrats { nodes { dateDebut alternant { nom } } } }");

        assertThat(reponse.racines().get("c"))
                .startsWith("{\"nodes\":[{\"dateDebut\":\"2025-09-01\",\"alternant\":")
                .doesNotContain("Goff");
        assertThat(reponse.erreurs()).extracting(Erreur::code).containsExactly(CodeErreur.CLES_INDISPONIBLES);
    }
}
