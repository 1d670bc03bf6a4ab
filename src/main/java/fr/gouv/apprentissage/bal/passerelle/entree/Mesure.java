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
 * measuring itself expensive. The document is valid: no fragment contains itself.
 */
final class Mesure {
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Taille> mesures = new HashMap<>();

    private Mesure(Document document) {
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
    }

    /** The largest of the document's operations in each respect. */
    static Taille de(Document document) {
        var mesure = new Mesure(document);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> mesure.ensemble(operation.getSelectionSet()).avec(operation))
                .reduce(Taille.NULLE, Taille::plusGrande);
    }

    private Taille ensemble(SelectionSet selections) {
        return selections == null
                ? Taille.NULLE
                : selections.getSelections().stream().map(this::selection).reduce(Taille.NULLE, Taille::plus);
    }

    private Taille selection(Selection<?> selection) {
        if (selection instanceof Field champ) {
            var dessous = ensemble(champ.getSelectionSet());
            var introspection = champ.getName().startsWith("__");
            return new Taille(
                            introspection ? 1 : dessous.profondeur() + 1,
                            dessous.alias() + (champ.getAlias() == null ? 0 : 1),
                            dessous.directives())
                    .avec(champ);
        }
        if (selection instanceof InlineFragment fragment) {
            return ensemble(fragment.getSelectionSet()).avec(fragment);
        }
        var appel = (FragmentSpread) selection;
        var mesuree = mesures.get(appel.getName());
        if (mesuree == null) {
            mesuree = ensemble(fragments.get(appel.getName()).getSelectionSet());
            mesures.put(appel.getName(), mesuree);
        }
        return mesuree.avec(appel);
    }

    /**
     * A size.
     *
     * @param profondeur levels of fields
     * @param alias number of aliases
     * @param directives number of directives
     */
    record Taille(long profondeur, long alias, long directives) {
        static final Taille NULLE = new Taille(0, 0, 0);

        private Taille plus(Taille autre) {
            return new Taille(
                    Math.max(profondeur, autre.profondeur),
                    borne(alias + autre.alias),
                    borne(directives + autre.directives));
        }

        private Taille plusGrande(Taille autre) {
            return new Taille(
                    Math.max(profondeur, autre.profondeur),
                    Math.max(alias, autre.alias),
                    Math.max(directives, autre.directives));
        }

        private Taille avec(DirectivesContainer<?> element) {
            return new Taille(
                    profondeur,
                    alias,
                    borne(directives + element.getDirectives().size()));
        }

        /** Counts double with each level of fragments: they must not overflow. */
        private static long borne(long nombre) {
            return Math.min(nombre, Integer.MAX_VALUE);
        }
    }
}
