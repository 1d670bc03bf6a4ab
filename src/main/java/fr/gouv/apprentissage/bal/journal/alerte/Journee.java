package fr.gouv.apprentissage.bal.journal.alerte;

import java.time.LocalDate;

/**
 * What a client did on a day (UTC).
 *
 * @param personnes seen, over all its answers; one seen twice counts twice
 * @param vaines searches by a personal criterion that found nobody
 */
public record Journee(String client, LocalDate jour, long personnes, long vaines) {}
