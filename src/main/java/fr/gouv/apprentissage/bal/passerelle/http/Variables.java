package fr.gouv.apprentissage.bal.passerelle.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Variables as plain values; a whole number stays one, so that it may be an ID. */
final class Variables {
    private Variables() {}

    static Map<String, Object> de(JsonObject objet) {
        var valeurs = new LinkedHashMap<String, Object>();
        objet.forEach((nom, valeur) -> valeurs.put(nom, valeur(valeur)));
        return valeurs;
    }

    private static Object valeur(JsonValue valeur) {
        return switch (valeur.getValueType()) {
            case STRING -> ((JsonString) valeur).getString();
            case NUMBER -> nombre((JsonNumber) valeur);
            case OBJECT -> de((JsonObject) valeur);
            case ARRAY -> {
                var elements = new ArrayList<Object>();
                ((JsonArray) valeur).forEach(element -> elements.add(valeur(element)));
                yield elements;
            }
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Number nombre(JsonNumber nombre) {
        return nombre.isIntegral() ? nombre.bigIntegerValue() : nombre.bigDecimalValue();
    }
}
