package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a plan depends on.
 *
 * @param operation number of an operation of a kept document: one text has one plan per caller, and a plan keeps no document
 * @param forme shape of its variables
 * @param client who asks
 * @param finalite purpose
 * @param revision of the habilitations
 * @param jour Europe/Paris
 * @param perimetre of the agent behind the client
 */
public record ClePlan(
        long operation,
        String forme,
        String client,
        Optional<String> finalite,
        long revision,
        LocalDate jour,
        Perimetre perimetre) {}
