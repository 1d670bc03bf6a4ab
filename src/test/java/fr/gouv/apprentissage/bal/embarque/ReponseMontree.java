package fr.gouv.apprentissage.bal.embarque;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as a page shows it. Where it says "…" any value may stand, and after it in a list any number of others; what it does not show of
 * {@code extensions} may be there. Everything else is equal.
 */
record ReponseMontree(JsonNode attendue) {

    private static final String QUELCONQUE = "…";

    /** Where an answer differs, by JSON pointer; empty when it is as shown. */
    List<String> ecarts(JsonNode recue) {
        var ecarts = new ArrayList<String>();
        compare("", attendue, recue, ecarts);
        return ecarts;
    }

    private static void compare(String ou, JsonNode montre, JsonNode recu, List<String> ecarts) {
        if (montre.asText().equals(QUELCONQUE) && !recu.isMissingNode()) {
            return;
        }
        if (montre.isObject() && recu.isObject()) {
            objets(ou, montre, recu, ecarts);
        } else if (montre.isArray() && recu.isArray()) {
            listes(ou, montre, recu, ecarts);
        } else if (!montre.equals(recu)) {
            ecarts.add(ou);
        }
    }

    private static void objets(String ou, JsonNode montre, JsonNode recu, List<String> ecarts) {
        montre.fieldNames().forEachRemaining(nom -> compare(ou + "/" + nom, montre.path(nom), recu.path(nom), ecarts));
        recu.fieldNames().forEachRemaining(nom -> {
            if (!montre.has(nom) && !(ou.isEmpty() && nom.equals("extensions"))) {
                ecarts.add(ou + "/" + nom);
            }
        });
    }

    private static void listes(String ou, JsonNode montre, JsonNode recu, List<String> ecarts) {
        boolean suite =
                montre.size() > 1 && montre.get(montre.size() - 1).asText().equals(QUELCONQUE);
        int montres = suite ? montre.size() - 1 : montre.size();
        if (suite ? recu.size() < montres : recu.size() != montres) {
            ecarts.add(ou);
            return;
        }
        for (int i = 0; i < montres; i++) {
            compare(ou + "/" + i, montre.get(i), recu.get(i), ecarts);
        }
    }
}
