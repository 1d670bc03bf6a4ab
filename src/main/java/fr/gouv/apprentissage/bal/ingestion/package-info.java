/**
 * One way in for every source: read, check, seal, find the record and the person by blind indexes, write. Here are staging, the merge of a
 * day, quarantine, runs and their lease; what a source's protocol and fields look like is known upstairs, in its connector. Nothing that is
 * stored is opened here.
 */
package fr.gouv.apprentissage.bal.ingestion;
