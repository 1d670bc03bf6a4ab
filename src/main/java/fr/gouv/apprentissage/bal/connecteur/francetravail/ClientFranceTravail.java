package fr.gouv.apprentissage.bal.connecteur.francetravail;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.DemandeRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.JetonDeSource;
import fr.gouv.apprentissage.bal.ingestion.sortie.Reponse;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks France Travail for tokens and pages (domain.md §4). */
final class ClientFranceTravail implements Guichet {

    private static final int VIDE = 204;
    private static final int PARTIEL = 206;
    private static final int ENTIER = 200;

    /**
     * Where it is, and who asks.
     *
     * @param api before {@code /v2/offres/search}
     * @param connexion before {@code ?realm=}
     * @param client of the account
     * @param secret of the account
     */
    record Acces(URI api, URI connexion, String client, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Acces[" + api.getHost() + "]";
        }
    }

    private final Supplier<Acces> acces;
    private final Sortie sortie;
    private final Limites limites;
    private final Clock horloge;
    private final JetonDeSource jetons;

    /** @param acces asked each time: a simulator in this process knows its port only once it listens */
    ClientFranceTravail(Supplier<Acces> acces, Sortie sortie, Limites limites, Clock horloge) {
        this.acces = acces;
        this.sortie = sortie;
        this.limites = limites;
        this.horloge = horloge;
        this.jetons = new JetonDeSource(this::demandeUnJeton, horloge);
    }

    @Override
    public PageLue page(Recherche recherche, int debut) {
        var jeton = jetons.jeton();
        try {
            return page(recherche, debut, jeton);
        } catch (CompteRefuse peutEtreFini) {
            jetons.refuse(jeton);
            return page(recherche, debut, jetons.jeton());
        }
    }

    private PageLue page(Recherche recherche, int debut, String jeton) {
        var parametres = new LinkedHashMap<>(recherche.parametres());
        parametres.put("range", debut + "-" + (debut + limites.page() - 1));
        var demande = Demande.lis(adresse(parametres), Map.of())
                .avec("Accept", "application/json")
                .avec("Authorization", "Bearer " + jeton);
        return sortie.demande(demande, reponse -> lis(reponse, debut));
    }

    /** Letters, digits, dashes, commas and colons stand in a query as they are; the source is said not to decode colons. */
    private URI adresse(Map<String, String> parametres) {
        return URI.create(racine(acces.get().api())
                + parametres.entrySet().stream()
                        .map(un -> un.getKey() + "=" + un.getValue())
                        .collect(Collectors.joining("&", "/v2/offres/search?", "")));
    }

    private PageLue lis(Reponse reponse, int debut) throws IOException {
        if (reponse.statut() == VIDE) {
            return PageLue.vide();
        }
        if (reponse.statut() != PARTIEL && reponse.statut() != ENTIER) {
            throw new SourceIndisponible("la source répond " + reponse.statut() + ", ce qui n'est pas attendu");
        }
        var plage = reponse.entete("Content-Range").flatMap(Plage::lis);
        if (plage.isEmpty() && reponse.statut() == PARTIEL) {
            throw new SourceIndisponible("la source ne dit pas combien d'offres il y a");
        }
        if (plage.filter(une -> une.debut() != debut).isPresent()) {
            throw new SourceIndisponible("la source a envoyé une autre page que celle qui était demandée");
        }
        var offres = new LecteurDePage(new LecteurDOffre(horloge.instant()), limites.page()).lis(reponse.corps());
        return new PageLue(plage.map(Plage::total).orElse((long) debut + offres.size()), offres);
    }

    private JetonDeSource.Accorde demandeUnJeton() {
        var qui = acces.get();
        var champs = new LinkedHashMap<String, String>();
        champs.put("grant_type", "client_credentials");
        champs.put("client_id", qui.client());
        champs.put("client_secret", qui.secret());
        champs.put("scope", "application_" + qui.client() + " api_offresdemploiv2 o2dsoffre");
        var adresse = URI.create(racine(qui.connexion()) + "?realm=%2Fpartenaire");
        try {
            return sortie.demande(Demande.formulaire(adresse, champs), ClientFranceTravail::jeton);
        } catch (DemandeRefusee refus) {
            throw new CompteRefuse("la source refuse le compte (" + refus.statut() + ")");
        }
    }

    private static JetonDeSource.Accorde jeton(Reponse reponse) throws IOException {
        var texte = "";
        var duree = 0L;
        try (var jetons = new JsonFactory().createParser(reponse.corps())) {
            exige(jetons.nextToken() == JsonToken.START_OBJECT);
            while (jetons.nextToken() == JsonToken.FIELD_NAME) {
                var champ = jetons.currentName();
                var valeur = jetons.nextToken();
                if (champ.equals("access_token") && valeur == JsonToken.VALUE_STRING) {
                    texte = jetons.getText();
                } else if (champ.equals("expires_in") && valeur == JsonToken.VALUE_NUMBER_INT) {
                    duree = jetons.getLongValue();
                } else {
                    jetons.skipChildren();
                }
            }
            exige(jetons.currentToken() == JsonToken.END_OBJECT);
        } catch (JacksonException illisible) {
            // Without the cause: its message may hold the token.
            exige(false);
        }
        exige(texte.matches("[!-~]+")
                && duree > 0
                && duree <= Duration.ofDays(1).toSeconds());
        return new JetonDeSource.Accorde(texte, Duration.ofSeconds(duree));
    }

    private static void exige(boolean lisible) {
        if (!lisible) {
            throw new SourceIndisponible("la source a répondu par un jeton illisible");
        }
    }

    private static String racine(URI adresse) {
        return adresse.toString().replaceAll("/+$", "");
    }
}
