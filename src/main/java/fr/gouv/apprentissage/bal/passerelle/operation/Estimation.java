package fr.gouv.apprentissage.bal.passerelle.operation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operations of a document cost and search.
 *
 * @param operations by name; without a name: the empty one
 */
record Estimation(Map<String, Estime> operations) {
    Estimation {
        operations = Map.copyOf(operations);
    }

    /**
     * What one operation, or a part of it, costs and searches.
     *
     * @param cout points
     * @param recherches values that are searched by equality on personal criteria
     */
    record Estime(Points cout, Points recherches) {
        static final Estime RIEN = new Estime(Points.AUCUN, Points.AUCUN);

        static Estime somme(List<Estime> parties) {
            return new Estime(
                    Points.somme(parties.stream().map(Estime::cout).toList()),
                    Points.somme(parties.stream().map(Estime::recherches).toList()));
        }

        /** What the operation costs with these variables, 1 or more. */
        long cout(JsonObject variables) {
            return Math.max(Taux.REQUETE, cout.pour(variables));
        }

        /** How many values the operation searches, with these variables. */
        long recherches(JsonObject variables) {
            return recherches.pour(variables);
        }
    }

    /** The operation of this name, the only one where the name is empty; nothing: it is none of the document, or not said which. */
    Optional<Estime> de(String nom) {
        if (nom.isEmpty()) {
            return operations.size() == 1 ? operations.values().stream().findFirst() : Optional.empty();
        }
        return Optional.ofNullable(operations.get(nom));
    }
}
