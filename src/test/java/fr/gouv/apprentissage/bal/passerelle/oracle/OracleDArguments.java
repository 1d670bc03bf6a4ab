package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Faute;
import fr.gouv.apprentissage.bal.passerelle.oracle.Lu.Champ;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments that no answer can be given to, whatever the rights. */
final class OracleDArguments {

    private static final int PAGE_MAXIMALE = 200;

    private final Lu lu;
    private final OracleDeReponse.Connus connus;
    private final Set<Faute> fautes = new LinkedHashSet<>();

    OracleDArguments(Lu lu, OracleDeReponse.Connus connus) {
        this.lu = lu;
        this.connus = connus;
    }

    Set<Faute> fautes() {
        for (Champ racine : lu.racines()) {
            var arguments = lu.arguments(racine);
            if (racine.nom().endsWith("s")) {
                page(racine, arguments);
            }
        }
        return fautes;
    }

    private void page(Champ racine, Map<String, Object> arguments) {
        var filtre = OracleDeCriteres.champs(arguments.get("filtre"));
        if (racine.nom().equals("personnes") && filtre.isEmpty()) {
            faute("VALEUR_INVALIDE", "filtre");
        }
        var first = (Integer) arguments.getOrDefault("first", 0);
        if (first < 0) {
            faute("VALEUR_INVALIDE", "first");
        }
        if (first > PAGE_MAXIMALE) {
            faute("REQUETE_TROP_GRANDE", "first");
        }
        if (arguments.containsKey("after") && !connus.curseurs().containsKey(arguments.get("after"))) {
            faute("CURSEUR_INVALIDE", "after");
        }
    }

    private void faute(String code, String argument) {
        fautes.add(new Faute(code, argument, "", 0, List.of()));
    }
}
