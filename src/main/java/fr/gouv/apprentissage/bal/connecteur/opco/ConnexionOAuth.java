package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.JetonDeSource;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.ingestion.sortie.Reponse;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Asks a source with the bearer token that it grants to our client (OAuth 2, client credentials), kept until shortly before its end. */
final class ConnexionOAuth {

    private final Sortie sortie;
    private final Supplier<Client> client;
    private final JetonDeSource jeton;

    /**
     * Our account.
     *
     * @param adresse where tokens are granted
     * @param portee scope; empty: none is asked for
     */
    record Client(URI adresse, String utilisateur, String secret, String portee) {

        Map<String, String> formulaire() {
            var champs = new LinkedHashMap<String, String>();
            champs.put("grant_type", "client_credentials");
            champs.put("client_id", utilisateur);
            champs.put("client_secret", secret);
            if (!portee.isEmpty()) {
                champs.put("scope", portee);
            }
            return champs;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Client[…]";
        }
    }

    ConnexionOAuth(Sortie sortie, Supplier<Client> client, Clock horloge) {
        this.sortie = sortie;
        this.client = client;
        this.jeton = new JetonDeSource(this::accorde, horloge);
    }

    /** The answer; a token that the source no longer takes is renewed once. */
    <T> T demande(Demande demande, Lecture<T> lecture) {
        var texte = jeton.jeton();
        try {
            return avec(texte, demande, lecture);
        } catch (CompteRefuse refus) {
            jeton.refuse(texte);
            return avec(jeton.jeton(), demande, lecture);
        }
    }

    private <T> T avec(String texte, Demande demande, Lecture<T> lecture) {
        return sortie.demande(demande.avec("Authorization", "Bearer " + texte), lecture);
    }

    private JetonDeSource.Accorde accorde() {
        var un = client.get();
        var demande = Demande.formulaire(un.adresse(), un.formulaire()).avec("Accept", "application/json");
        return sortie.demande(demande, ConnexionOAuth::lis);
    }

    private static JetonDeSource.Accorde lis(Reponse reponse) throws IOException {
        var arbre = ReponseJson.lis(reponse);
        var texte = arbre.path("access_token").asText("");
        var secondes = arbre.path("expires_in").asLong(0);
        if (texte.isBlank() || !texte.chars().allMatch(c -> c > ' ' && c < 0x7f) || secondes <= 0) {
            throw ReponseJson.illisible();
        }
        return new JetonDeSource.Accorde(texte, Duration.ofSeconds(Math.min(secondes, 86_400)));
    }
}
