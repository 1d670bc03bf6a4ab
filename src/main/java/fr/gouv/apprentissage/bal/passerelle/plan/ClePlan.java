package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import graphql.language.OperationDefinition;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan depends on. The operation counts by identity: the document cache keeps it, so one text has one plan per caller.
 *
 * @param operation of a cached document
 * @param forme shape of its variables
 * @param client who asks
 * @param finalite purpose
 * @param revision of the habilitations
 * @param jour Europe/Paris
 * @param perimetre of the agent behind the client
 */
public record ClePlan(
        OperationDefinition operation,
        String forme,
        String client,
        Optional<String> finalite,
        long revision,
        LocalDate jour,
        Perimetre perimetre) {

    @Override
    public boolean equals(Object autre) {
        return autre instanceof ClePlan cle
                && operation == cle.operation
                && revision == cle.revision
                && forme.equals(cle.forme)
                && client.equals(cle.client)
                && finalite.equals(cle.finalite)
                && jour.equals(cle.jour)
                && perimetre.equals(cle.perimetre);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(operation), forme, client, finalite, revision, jour, perimetre);
    }
}
