package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/** Holds the variables of a request, as they came, within their bounds. */
final class Variables {
    private final Bornes bornes;
    private long nombre;

    private Variables(Bornes bornes) {
        this.bornes = bornes;
    }

    /** @throws OperationRefusee when they are too many, too long or too deep; the error names the limit */
    static void verifie(JsonObject variables, Bornes bornes) {
        new Variables(bornes).parcours(variables);
    }

    private record Place(JsonValue valeur, int profondeur) {}

    private void parcours(JsonObject variables) {
        var attente = new ArrayDeque<Place>();
        attente.push(new Place(variables, 1));
        while (!attente.isEmpty()) {
            var place = attente.pop();
            for (var contenue : contenu(place)) {
                nombre++;
                attente.push(new Place(contenue, place.profondeur() + 1));
            }
            borne(Limite.VARIABLES, nombre);
        }
    }

    private Collection<JsonValue> contenu(Place place) {
        if (place.valeur() instanceof JsonString texte) {
            borne(Limite.CHAINE, texte.getChars().length());
            return List.of();
        }
        if (place.valeur() instanceof JsonArray liste) {
            borne(Limite.PROFONDEUR_DES_VARIABLES, place.profondeur());
            borne(Limite.LISTE, liste.size());
            return liste;
        }
        if (place.valeur() instanceof JsonObject objet) {
            borne(Limite.PROFONDEUR_DES_VARIABLES, place.profondeur());
            return objet.values();
        }
        return List.of();
    }

    private void borne(Limite limite, long trouve) {
        if (trouve > bornes.de(limite)) {
            throw new OperationRefusee(Limites.depassee(limite, bornes));
        }
    }
}
