package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import java.time.Clock;
import java.time.Duration;

/** AKTO and the directory that grants its tokens, as domain.md §3.1 tells of them. It knows the addresses of the companies that are its own. */
public final class SimulateurAkto extends SimulateurHttp {

    /** Path of the tokens. */
    public static final String JETONS = "/0285c9cb-dd17-4c1e-9621-c83e9204ad68/oauth2/v2.0/token";

    /** Path of the question. */
    public static final String VALIDATION = "/referentiel/api/v1/Relations/Validation";

    /** Scope without which no token is granted. */
    public static final String PORTEE = "api://akto-referentiel/.default";

    private static final Duration DUREE = Duration.ofSeconds(3_599);

    private final EntreprisesDemo entreprises;
    private final JetonsSimules jetons;

    /**
     * Starts it.
     *
     * @param horloge tells when a token ends
     */
    public SimulateurAkto(OptionsOpco options, EntreprisesDemo entreprises, Clock horloge) {
        super("akto", options.port(), options.debit());
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
            case JETONS -> jeton(requete);
            case VALIDATION -> validation(requete);
            default -> throw new Refus(404, "Chemin inconnu");
        };
    }

    private String jeton(Requete requete) throws Refus {
        if (!PORTEE.equals(requete.formulaire().get("scope"))) {
            throw new Refus(400, "invalid_scope");
        }
        return "{\"token_type\":\"Bearer\",\"expires_in\":%1$d,\"ext_expires_in\":%1$d,\"access_token\":\"%2$s\"}"
                .formatted(jetons.secondes(), jetons.accorde(requete));
    }

    private String validation(Requete requete) throws Refus {
        jetons.exige(requete);
        var courriel = requete.parametre("email");
        var siren = requete.parametre("siren");
        if (courriel.isEmpty() || !siren.matches("[0-9]{9}")) {
            throw new Refus(400, "email et siren sont attendus");
        }
        var match = entreprises
                .a(siren)
                .filter(une -> une.opco().equals("AKTO") && une.courriel().equals(courriel))
                .isPresent();
        return "{\"data\":{\"match\":" + match + "}}";
    }
}
