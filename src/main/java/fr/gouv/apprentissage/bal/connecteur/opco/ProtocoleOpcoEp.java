package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Reponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** OPCO EP (domain.md §3.1): by SIRET, one of four codes. */
final class ProtocoleOpcoEp implements QuestionGardee.Protocole {

    private static final String CHEMIN = "/apis/referentiel-entreprise/v2/entreprises/securisation-echange";
    private static final int COURRIEL_TROUVE = 1;
    private static final int DOMAINE_IDENTIQUE = 2;
    private static final int COURRIEL_INCONNU = 3;
    private static final int SIRET_INCONNU = 4;

    private final Supplier<URI> base;
    private final String audience;
    private final ConnexionOAuth connexion;
    private final ReleveDeReponses releve;

    /** @param audience header {@code X-Audience-Id}: who asks */
    ProtocoleOpcoEp(Supplier<URI> base, String audience, ConnexionOAuth connexion, ReleveDeReponses releve) {
        this.base = base;
        this.audience = audience;
        this.connexion = connexion;
        this.releve = releve;
    }

    @Override
    public ReponseOpco demande(String courriel, Siret siret) {
        var parametres = Map.of("email", courriel, "siret", siret.valeur());
        var demande = Demande.lis(Adresses.sous(base.get(), CHEMIN), parametres)
                .avec("Accept", "application/json")
                .avec("X-Audience-Id", audience);
        return connexion.demande(demande, this::lis);
    }

    private ReponseOpco lis(Reponse reponse) throws IOException {
        var code = ReponseJson.lis(reponse, releve).path("codeRetour");
        if (!code.isInt()) {
            throw ReponseJson.illisible();
        }
        return switch (code.intValue()) {
            case COURRIEL_TROUVE -> ReponseOpco.OUI_ADRESSE;
            case DOMAINE_IDENTIQUE -> ReponseOpco.OUI_DOMAINE;
            case COURRIEL_INCONNU, SIRET_INCONNU -> ReponseOpco.NON;
            default -> throw ReponseJson.illisible();
        };
    }
}
