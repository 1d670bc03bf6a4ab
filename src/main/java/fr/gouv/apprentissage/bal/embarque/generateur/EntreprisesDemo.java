package fr.gouv.apprentissage.bal.embarque.generateur;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The employers of a seed's contracts, by company: a function of the seed. */
public final class EntreprisesDemo {

    private static final List<String> OPCOS = List.of(
            "AKTO",
            "OPCO_EP",
            "CONSTRUCTYS",
            "OCAPIAT",
            "OPCO_2I",
            "OPCO_MOBILITES",
            "ATLAS",
            "AFDAS",
            "OPCOMMERCE",
            "OPCO_SANTE",
            "UNIFORMATION",
            "INCONNU",
            "OPCO_MULTIPLE");

    private final Map<String, EntrepriseDemo> parSiren = new LinkedHashMap<>();

    /** The companies of that seed. */
    public EntreprisesDemo(long graine) {
        for (int numero = 0; numero < EmployeurGenere.NOMBRE; numero++) {
            var employeur = EmployeurGenere.numero(graine, numero, 1);
            var siren = employeur.siret().substring(0, 9);
            parSiren.putIfAbsent(
                    siren,
                    new EntrepriseDemo(
                            siren,
                            employeur.siret(),
                            employeur.denomination(),
                            employeur.courriel(),
                            employeur.idcc(),
                            OPCOS.get(Hasard.de(graine, 20, numero).entier(OPCOS.size()))));
        }
    }

    /** All of them. */
    public List<EntrepriseDemo> toutes() {
        return List.copyOf(parSiren.values());
    }

    /** Those of that OPCO. */
    public List<EntrepriseDemo> de(String opco) {
        return parSiren.values().stream().filter(une -> une.opco().equals(opco)).toList();
    }

    /** The company of a SIREN, or of a SIRET of it. */
    public Optional<EntrepriseDemo> a(String siretOuSiren) {
        return siretOuSiren.length() < 9
                ? Optional.empty()
                : Optional.ofNullable(parSiren.get(siretOuSiren.substring(0, 9)));
    }
}
