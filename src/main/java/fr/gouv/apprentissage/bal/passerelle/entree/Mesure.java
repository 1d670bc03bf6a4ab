package fr.gouv.apprentissage.bal.passerelle.entree;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The size of an operation, fragments put in place. Each fragment is measured once, so that fragments which use fragments cannot make the
 * measuring itself expensive. The document may not have been validated: a fragment that is not there has no size, one that contains itself
 * ends there.
 */
final class Mesure {
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Taille> mesures = new HashMap<>();
    private final Map<String, Long> directs = new HashMap<>();

    private Mesure(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(
                        FragmentDefinition::getName, fragment -> fragment, (premier, second) -> premier));
    }

    /** The largest of the document's operations in each respect. */
    static Taille de(Document document) {
        var mesure = new Mesure(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> mesure.ensemble(operation.getSelectionSet())
                        .enRacine(mesure.directs(operation.getSelectionSet()))
                        .avec(operation))
                .reduce(Taille.NULLE, Taille::plusGrande);
    }

    private Taille ensemble(SelectionSet selections) {
        if (selections == null) {
            return Taille.NULLE;
        }
        var taille = Taille.NULLE;
        // a loop and no stream: fragments may stand in a long row, and each is some frames of the stack
        for (var selection : selections.getSelections()) {
            taille = taille.plus(selection(selection));
        }
        return taille;
    }

    private Taille selection(Selection<?> selection) {
        if (selection instanceof Field champ) {
            var dessous = ensemble(champ.getSelectionSet());
            var introspection = champ.getName().startsWith("__");
            return new Taille(
                            introspection ? 1 : dessous.profondeur() + 1,
                            dessous.alias() + (champ.getAlias() == null ? 0 : 1),
                            dessous.directives(),
                            Taille.borne(dessous.champs() + 1),
                            0)
                    .avec(champ);
        }
        if (selection instanceof InlineFragment fragment) {
            return ensemble(fragment.getSelectionSet()).avec(fragment);
        }
        var appel = (FragmentSpread) selection;
        var mesuree = mesures.putIfAbsent(appel.getName(), Taille.NULLE);
        if (mesuree == null) {
            mesuree = ensemble(selections(appel));
            mesures.put(appel.getName(), mesuree);
        }
        return mesuree.avec(appel);
    }

    /** Fields that stand at the level of this selection itself. */
    private long directs(SelectionSet selections) {
        long nombre = 0;
        if (selections == null) {
            return nombre;
        }
        for (var selection : selections.getSelections()) {
            nombre = Taille.borne(nombre + directs(selection));
        }
        return nombre;
    }

    private long directs(Selection<?> selection) {
        if (selection instanceof Field) {
            return 1;
        }
        if (selection instanceof InlineFragment fragment) {
            return directs(fragment.getSelectionSet());
        }
        var appel = (FragmentSpread) selection;
        var connu = directs.putIfAbsent(appel.getName(), 0L);
        if (connu == null) {
            connu = directs(selections(appel));
            directs.put(appel.getName(), connu);
        }
        return connu;
    }

    private SelectionSet selections(FragmentSpread appel) {
        var fragment = fragments.get(appel.getName());
        return fragment == null ? null : fragment.getSelectionSet();
    }

    /**
     * A size.
     *
     * @param profondeur levels of fields
     * @param alias number of aliases
     * @param directives number of directives
     * @param champs number of fields
     * @param racines number of fields at the root
     */
    record Taille(long profondeur, long alias, long directives, long champs, long racines) {
        static final Taille NULLE = new Taille(0, 0, 0, 0, 0);

        private Taille plus(Taille autre) {
            return new Taille(
                    Math.max(profondeur, autre.profondeur),
                    borne(alias + autre.alias),
                    borne(directives + autre.directives),
                    borne(champs + autre.champs),
                    0);
        }

        private Taille plusGrande(Taille autre) {
            return new Taille(
                    Math.max(profondeur, autre.profondeur),
                    Math.max(alias, autre.alias),
                    Math.max(directives, autre.directives),
                    Math.max(champs, autre.champs),
                    Math.max(racines, autre.racines));
        }

        private Taille avec(DirectivesContainer<?> element) {
            return new Taille(
                    profondeur,
                    alias,
                    borne(directives + element.getDirectives().size()),
                    champs,
                    racines);
        }

        private Taille enRacine(long nombre) {
            return new Taille(profondeur, alias, directives, champs, nombre);
        }

        /** Counts double with each level of fragments: they must not overflow. */
        private static long borne(long nombre) {
            return Math.min(nombre, Integer.MAX_VALUE);
        }
    }
}
