package fr.gouv.apprentissage.bal.ingestion.depot;

import java.time.Instant;

/**
 * A whole file that waits.
 *
 * @param id of its record
 * @param recuLe when it began to come in
 * @param octets how many it has
 */
public record Depot(long id, Instant recuLe, long octets) {}
