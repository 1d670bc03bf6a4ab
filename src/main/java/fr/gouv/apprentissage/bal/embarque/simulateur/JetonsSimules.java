package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens that a simulator grants to one client, and how long each is good. */
final class JetonsSimules {

    private final Compte compte;
    private final Duration duree;
    private final Clock horloge;
    private final Map<String, Instant> fins = new ConcurrentHashMap<>();

    JetonsSimules(Compte compte, Duration duree, Clock horloge) {
        this.compte = compte;
        this.duree = duree;
        this.horloge = horloge;
    }

    /** A new one, for a form of client credentials. */
    String accorde(Requete requete) throws Refus {
        var champs = requete.formulaire();
        if (!requete.methode().equals("POST") || !"client_credentials".equals(champs.get("grant_type"))) {
            throw new Refus(400, "unsupported_grant_type");
        }
        if (!compte.utilisateur().equals(champs.get("client_id"))
                || !compte.secret().equals(champs.get("client_secret"))) {
            throw new Refus(401, "invalid_client");
        }
        var jeton = UUID.randomUUID().toString();
        fins.put(jeton, horloge.instant().plus(duree));
        return jeton;
    }

    long secondes() {
        return duree.toSeconds();
    }

    void exige(Requete requete) throws Refus {
        var fin = fins.get(requete.entete("authorization").replaceFirst("^Bearer ", ""));
        if (fin == null || !horloge.instant().isBefore(fin)) {
            throw new Refus(401, "Jeton absent, inconnu ou expiré");
        }
    }

    /** None that was granted is good any more. */
    void oublie() {
        fins.clear();
    }
}
