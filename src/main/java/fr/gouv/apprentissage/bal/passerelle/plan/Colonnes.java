package fr.gouv.apprentissage.bal.passerelle.plan;

import java.util.ArrayList;
import java.util.List;

/** The columns of a SELECT while it is written: each expression once. */
final class Colonnes {

    private final List<String> expressions = new ArrayList<>();

    /** Place of this expression, added when it is not there. */
    int place(String expression) {
        var place = expressions.indexOf(expression);
        if (place >= 0) {
            return place;
        }
        expressions.add(expression);
        return expressions.size() - 1;
    }

    String sql() {
        return String.join(", ", expressions);
    }
}
