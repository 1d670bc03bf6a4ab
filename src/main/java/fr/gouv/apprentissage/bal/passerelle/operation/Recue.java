package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.Demande;
import jakarta.json.JsonObject;

/**
 * A request that may be executed.
 *
 * @param requete its parameters, the document among them wherever it came from
 * @param demande who asks; knows the name of a registered operation
 */
public record Recue(JsonObject requete, Demande demande) {}
