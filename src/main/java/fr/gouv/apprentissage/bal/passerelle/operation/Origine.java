package fr.gouv.apprentissage.bal.passerelle.operation;

import java.util.Optional;

/**
 * A request's document, wherever it came from.
 *
 * @param document its text
 * @param operation name by which it is registered for the client; empty: it is not
 */
record Origine(String document, Optional<String> operation) {}
