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

/** CFA Dock (domain.md §3.1): a status, and the OPCO by its name. */
final class CfaDock {

    static final String SOURCE = "CFA_DOCK";

    private CfaDock() {}

    static Demande question(URI base, Siret siret) {
        return Demande.lis(Adresses.sous(base, "/api/opcos/"), Map.of("siret", siret.valeur()));
    }

    static Lecture<Optional<Opco>> lecture(ReleveDeReponses releve) {
        return reponse -> lis(ReponseJson.lis(reponse, releve));
    }

    private static Optional<Opco> lis(JsonNode arbre) {
        return switch (arbre.path("searchStatus").asText()) {
            case "OK" ->
                Optional.of(Opcos.deTexte(arbre.path("opcoName").asText()).orElseThrow(OpcoNonReconnu::new));
            case "MULTIPLE_OPCO" -> Optional.of(Opcos.multiple());
            case "NOT_FOUND" -> Optional.empty();
            default -> throw ReponseJson.inattendu(arbre.path("searchStatus"));
        };
    }
}
