package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Documents;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.operation.Estimation.Estime;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** Receives a request before the engine does: its document, its size, its cost. Nothing was read yet, and nothing is when it is refused here. */
@Singleton
public class Accueil {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final OriginesDeDocument origines;
    private final Documents documents;
    private final Estimations estimations;
    private final Budgets budgets;
    private final Bornes bornes;

    Accueil(OriginesDeDocument origines, Documents documents, Estimations estimations, Budgets budgets, Bornes bornes) {
        this.origines = origines;
        this.documents = documents;
        this.estimations = estimations;
        this.budgets = budgets;
        this.bornes = bornes;
    }

    /** Takes what any request costs, whatever becomes of it; {@link #recois} takes the rest. */
    public void ouvre(Demande demande) {
        budgets.depense(demande.appelant().client(), Taux.REQUETE);
    }

    /** @throws OperationRefusee when the request may not be executed */
    public Recue recois(Demande demande, JsonObject requete) {
        var variables = objet(requete, "variables");
        Variables.verifie(variables, bornes);
        var client = demande.appelant().client();
        var origine = origines.de(client, requete);
        var nom = requete.get("operationName") instanceof JsonString texte ? texte.getString() : "";
        estimations
                .de(documents.lis(origine.document()).document())
                .de(nom)
                .filter(operation -> demande.mode() != Mode.A_BLANC)
                .ifPresent(operation -> compte(client, operation, variables));
        return new Recue(
                avec(requete, origine.document()),
                origine.operation().map(demande::enregistree).orElse(demande));
    }

    private void compte(String client, Estime operation, JsonObject variables) {
        var cout = operation.cout(variables);
        if (cout > bornes.de(Limite.COUT)) {
            throw new OperationRefusee(Limites.depassee(Limite.COUT, bornes));
        }
        if (cout > Taux.REQUETE) {
            budgets.depense(client, cout - Taux.REQUETE);
        }
        budgets.cherche(client, operation.recherches(variables));
    }

    private static JsonObject avec(JsonObject requete, String document) {
        return requete.get("query") instanceof JsonString
                ? requete
                : JSON.createObjectBuilder(requete).add("query", document).build();
    }

    private static JsonObject objet(JsonObject requete, String nom) {
        return requete.get(nom) instanceof JsonObject objet ? objet : JsonValue.EMPTY_JSON_OBJECT;
    }
}
