package fr.gouv.apprentissage.bal.passerelle.plan;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes plans. */
public final class Compilateur {

    /** The root fields that plans answer. */
    public static final Set<String> RACINES = Set.of("contrat", "contrats", "personne", "personnes");

    private Compilateur() {}

    /**
     * Makes the plan of these root fields.
     *
     * @param arguments coerced arguments of each root field, by response key; only which are there, and the order, reach the plan
     */
    public static Plan compile(
            DemandeDePlan demande, List<MergedField> champs, Map<String, Map<String, Object>> arguments) {
        var droits = new Droits(demande.decision());
        var contexte = new Contexte(demande, droits);
        var noeuds = new CompilateurDeNoeuds(contexte);
        var pages = new CompilateurDePages(contexte, noeuds);
        var racines = new ArrayList<Racine>();
        for (var champ : champs) {
            var cle = champ.getResultKey();
            var chemin = Chemin.VIDE.vers(cle);
            racines.add(
                    switch (champ.getName()) {
                        case "contrat" -> new Racine.Unique(cle, champ.getName(), noeuds.contratParId(champ, chemin));
                        case "personne" -> new Racine.Unique(cle, champ.getName(), noeuds.personneParId(champ, chemin));
                        case "contrats" -> pages.contrats(champ, chemin, arguments.get(cle));
                        case "personnes" -> pages.personnes(champ, chemin, arguments.get(cle));
                        default -> throw new IllegalStateException("champ racine sans plan : " + champ.getName());
                    });
        }
        return new Plan(
                demande.revision(),
                droits,
                List.copyOf(racines),
                contexte.noeuds(),
                List.copyOf(contexte.refus()),
                Collections.unmodifiableSortedSet(new TreeSet<>(contexte.recherches())),
                contexte.emplacements(),
                new DroitsDeLignes(droits, demande.catalogue()),
                Collections.unmodifiableSortedSet(new TreeSet<>(contexte.besoins())));
    }
}
