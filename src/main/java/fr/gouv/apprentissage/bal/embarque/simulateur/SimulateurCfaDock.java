package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.referentiel.Opcos;

/** CFA Dock as domain.md §3.1 tells of it: two requests a second, and several OPCOs for some companies. */
public final class SimulateurCfaDock extends SimulateurHttp {

    private static final String CHEMIN = "/api/opcos/";

    private final EntreprisesDemo entreprises;

    /** Starts it. */
    public SimulateurCfaDock(OptionsOpco options, EntreprisesDemo entreprises) {
        super("cfa-dock", options.port(), options.debit());
        this.entreprises = entreprises;
    }

    @Override
    String reponse(Requete requete) throws Refus {
        if (!requete.chemin().equals(CHEMIN)) {
            throw new Refus(404, "Chemin inconnu");
        }
        var siret = requete.parametre("siret");
        if (!siret.matches("[0-9]{14}")) {
            throw new Refus(400, "siret est attendu");
        }
        return entreprises.a(siret).map(SimulateurCfaDock::connue).orElse("{\"searchStatus\":\"NOT_FOUND\"}");
    }

    private static String connue(EntrepriseDemo entreprise) {
        return switch (entreprise.opco()) {
            case "INCONNU" -> "{\"searchStatus\":\"NOT_FOUND\"}";
            case "OPCO_MULTIPLE" -> "{\"searchStatus\":\"MULTIPLE_OPCO\"}";
            default ->
                "{\"idcc\":%d,\"opcoName\":\"%s\",\"opcoSiren\":\"000000000\",\"searchStatus\":\"OK\"}"
                        .formatted(
                                Integer.parseInt(entreprise.idcc()),
                                Opcos.deCode(entreprise.opco()).orElseThrow().nom());
        };
    }
}
