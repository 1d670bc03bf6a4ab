package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import java.util.Locale;

/** France compétences as domain.md §3.1 tells of it. It does not know the companies whose OPCO is not known, nor those that several claim. */
public final class SimulateurFranceCompetences extends SimulateurHttp {

    private static final String CHEMIN = "/siro/v1/public/";

    private final EntreprisesDemo entreprises;
    private final Compte compte;

    /** Starts it. */
    public SimulateurFranceCompetences(OptionsOpco options, EntreprisesDemo entreprises) {
        super("france-competences", options.port(), options.debit());
        this.entreprises = entreprises;
        this.compte = options.compte();
    }

    @Override
    String reponse(Requete requete) throws Refus {
        if (!requete.chemin().startsWith(CHEMIN)) {
            throw new Refus(404, "Chemin inconnu");
        }
        if (!requete.entete("x-gravitee-api-key").equals(compte.secret())) {
            throw new Refus(401, "Clé refusée");
        }
        var siret = requete.chemin().substring(CHEMIN.length());
        return entreprises
                .a(siret)
                .filter(une -> Opcos.deCode(une.opco())
                        .filter(opco -> !opco.technique())
                        .isPresent())
                .map(une -> connue(siret, une))
                .orElseGet(() -> "{\"code\":\"99\",\"siret\":\"" + siret.replaceAll("[^0-9]", "") + "\"}");
    }

    /** One company in ten is known by what an OPCO declared. */
    private static String connue(String siret, EntrepriseDemo entreprise) {
        var nom = Opcos.deCode(entreprise.opco()).orElseThrow().nom().toUpperCase(Locale.ROOT);
        var code = entreprise.siren().endsWith("7") ? "02" : "01";
        return "{\"code\":\"%s\",\"siret\":\"%s\",\"idcc\":\"%s\",\"opcoRattachement\":{\"code\":\"06\",\"nom\":\"%s\"},\"opcoGestion\":{\"code\":\"06\",\"nom\":\"%s\"}}"
                .formatted(code, siret.replaceAll("[^0-9]", ""), entreprise.idcc(), nom, nom);
    }
}
