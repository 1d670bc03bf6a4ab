/**
 * The one way out: every request to a source system leaves from here. A connector says which hosts it was configured for; nothing else is ever
 * asked, wherever an answer points. Addresses inside our own network are refused unless configured, an answer has a greatest size (after
 * decompression) and a longest time, and the rate of a source is kept across replicas. Nothing of a request or an answer is logged: e-mail addresses
 * stand in the URLs of OPCOs (domain.md §3.1).
 */
package fr.gouv.apprentissage.bal.ingestion.sortie;
