package fr.gouv.apprentissage.bal.ingestion;

import java.time.LocalDate;

/**
 * Where a page stands.
 *
 * @param source source
 * @param jour day that was asked for
 * @param extrait rank of the extract
 * @param page number of the page, from 1
 */
record Place(String source, LocalDate jour, int extrait, int page) {}
