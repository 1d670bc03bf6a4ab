/** Disclosures: an entry is durable before the answer that it tells of leaves. No personal value stands in it. */
package fr.gouv.apprentissage.bal.journal;
