/**
 * Files that are handed in rather than fetched. They hold addresses in clear, so they are sealed while they come in and wait sealed: no disk ever has
 * one, a crash leaves nothing readable, and any replica can run them.
 */
package fr.gouv.apprentissage.bal.ingestion.depot;
