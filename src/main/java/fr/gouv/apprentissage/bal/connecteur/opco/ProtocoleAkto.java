package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Reponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** AKTO (domain.md §3.1): by SIREN, a match or none. */
final class ProtocoleAkto implements QuestionGardee.Protocole {

    private static final String CHEMIN = "/referentiel/api/v1/Relations/Validation";

    private final Supplier<URI> base;
    private final ConnexionOAuth connexion;
    private final ReleveDeReponses releve;

    ProtocoleAkto(Supplier<URI> base, ConnexionOAuth connexion, ReleveDeReponses releve) {
        this.base = base;
        this.connexion = connexion;
        this.releve = releve;
    }

    @Override
    public ReponseOpco demande(String courriel, Siret siret) {
        var siren =
                siret.siren().orElseThrow(() -> new SourceRefusee("établissement sans SIREN : il n'est pas demandé"));
        var parametres = Map.of("email", courriel, "siren", siren.valeur());
        return connexion.demande(
                Demande.lis(Adresses.sous(base.get(), CHEMIN), parametres).avec("Accept", "application/json"),
                this::lis);
    }

    private ReponseOpco lis(Reponse reponse) throws IOException {
        var match = ReponseJson.lis(reponse, releve).path("data").path("match");
        if (!match.isBoolean()) {
            throw ReponseJson.illisible();
        }
        return match.booleanValue() ? ReponseOpco.OUI_ADRESSE : ReponseOpco.NON;
    }
}
