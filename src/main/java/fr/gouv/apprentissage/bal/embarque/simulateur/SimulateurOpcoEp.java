package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import java.time.Clock;
import java.time.Duration;

/** OPCO EP and its Keycloak, as domain.md §3.1 tells of them. It knows the addresses and domains of the companies that are its own. */
public final class SimulateurOpcoEp extends SimulateurHttp {

    /** Path of the tokens. */
    public static final String JETONS = "/auth/realms/partenaires-etatiques/protocol/openid-connect/token";

    /** Path of the question. */
    public static final String VALIDATION = "/apis/referentiel-entreprise/v2/entreprises/securisation-echange";

    private static final Duration DUREE = Duration.ofSeconds(300);

    private final EntreprisesDemo entreprises;
    private final JetonsSimules jetons;

    /**
     * Starts it.
     *
     * @param horloge tells when a token ends
     */
    public SimulateurOpcoEp(OptionsOpco options, EntreprisesDemo entreprises, Clock horloge) {
        super("opco-ep", options.port(), options.debit());
        this.entreprises = entreprises;
        this.jetons = new JetonsSimules(options.compte(), DUREE, horloge);
    }

    /** No token that was granted is good any more. */
    public void oublieLesJetons() {
        jetons.oublie();
    }

    @Override
    String reponse(Requete requete) throws Refus {
        return switch (requete.chemin()) {
            case JETONS ->
                "{\"access_token\":\"%s\",\"expires_in\":%d,\"refresh_expires_in\":0,\"token_type\":\"Bearer\",\"not-before-policy\":0,\"scope\":\"email profile\"}"
                        .formatted(jetons.accorde(requete), jetons.secondes());
            case VALIDATION -> securisation(requete);
            default -> throw new Refus(404, "Chemin inconnu");
        };
    }

    private String securisation(Requete requete) throws Refus {
        jetons.exige(requete);
        if (!requete.entete("x-audience-id").equals("etatiques-lba")) {
            throw new Refus(403, "X-Audience-Id est attendu");
        }
        var courriel = requete.parametre("email");
        var siret = requete.parametre("siret");
        if (!courriel.contains("@") || !siret.matches("[0-9]{14}")) {
            throw new Refus(400, "email et siret sont attendus");
        }
        var entreprise = entreprises.a(siret).filter(une -> une.opco().equals("OPCO_EP"));
        if (entreprise.isEmpty()) {
            return retour(4, "Siret inconnu");
        }
        if (entreprise.get().courriel().equals(courriel)) {
            return retour(1, "Email trouvé");
        }
        return courriel.endsWith("@" + entreprise.get().domaine())
                ? retour(2, "Domaine identique")
                : retour(3, "Email ou domaine inconnu");
    }

    private static String retour(int code, String detail) {
        return "{\"codeRetour\":%d,\"detailRetour\":\"%s\"}".formatted(code, detail);
    }
}
