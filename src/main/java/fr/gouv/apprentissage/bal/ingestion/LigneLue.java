package fr.gouv.apprentissage.bal.ingestion;

/** What became of a row that a source sent: it is somebody's, or it cannot be identified. */
public sealed interface LigneLue permits LigneRecue, LigneRejetee {}
