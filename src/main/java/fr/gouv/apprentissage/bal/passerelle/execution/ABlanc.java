package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.habilitation.Explication;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to an operation that is only tried: the decision for every coordinate and criterion that it needs, and no row. */
final class ABlanc {

    private ABlanc() {}

    /** Root fields without value, and {@code extensions.habilitation}. */
    static Reponse de(Plan plan) {
        var decisions = plan.besoins().stream()
                .map(besoin -> Explication.de(plan.droits().decision(), besoin.coordonnee(), besoin.acces()))
                .map(ABlanc::objet)
                .toList();
        return new Reponse(Map.of(), List.of(), Map.of("habilitation", decisions), false);
    }

    private static Map<String, Object> objet(Explication explication) {
        var objet = new LinkedHashMap<String, Object>();
        objet.put("coordonnee", explication.coordonnee());
        objet.put("acces", explication.acces().name());
        objet.put("autorise", explication.autorise());
        objet.put("masque", explication.masque().name());
        objet.put("habilitation", explication.habilitation());
        objet.put("motif", explication.motif());
        return objet;
    }
}
