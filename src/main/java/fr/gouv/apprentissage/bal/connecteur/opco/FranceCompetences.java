package fr.gouv.apprentissage.bal.connecteur.opco;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** France compétences (domain.md §3.1): 01 found; 02 and 03 found by what an OPCO declared; 99 not known. */
final class FranceCompetences {

    static final String SOURCE = "FRANCE_COMPETENCES";

    private FranceCompetences() {}

    static Demande question(URI base, String cle, Siret siret) {
        return Demande.lis(Adresses.sous(base, "/siro/v1/public/" + siret.valeur()), Map.of())
                .avec("X-Gravitee-Api-Key", cle);
    }

    static Lecture<Optional<Opco>> lecture(ReleveDeReponses releve) {
        return reponse -> lis(ReponseJson.lis(reponse, releve));
    }

    private static Optional<Opco> lis(JsonNode arbre) {
        return switch (arbre.path("code").asText()) {
            case "01", "02", "03" -> Optional.of(opco(arbre));
            case "99" -> Optional.empty();
            default -> throw ReponseJson.inattendu(arbre.path("code"));
        };
    }

    /** The one that the company belongs to, before the one that manages it. An OPCO that we do not know is no answer: it must not become none. */
    private static Opco opco(JsonNode arbre) {
        return nomme(arbre, "opcoRattachement")
                .or(() -> nomme(arbre, "opcoGestion"))
                .orElseThrow(OpcoNonReconnu::new);
    }

    private static Optional<Opco> nomme(JsonNode arbre, String champ) {
        return Opcos.deTexte(arbre.path(champ).path("nom").asText());
    }
}
