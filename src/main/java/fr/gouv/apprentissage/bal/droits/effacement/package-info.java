/**
 * Forgetting one person. In one transaction, everything that stands of their records goes, through all
 * {@link fr.gouv.apprentissage.bal.scellement.Lieu}s: secrets of every epoch, identities, what they are matched and found by, natural keys, contracts
 * (a contract is about its alternant: its rows go whole), their history, what waits in staging, quarantined rows that bear one of the person's marks;
 * and the ids of persons that were merged into this one.
 *
 * <h2>What stays, and why</h2>
 *
 * <ul>
 *   <li>The journal, whole: its subjects are random tokens that stood on the records and stand nowhere any more but in the erasure's own entry.
 *   <li>Runs ({@code execution}) are counts; observed and registered operations are documents of clients, without values; territories, organismes
 *       and certifications are public.
 *   <li>{@code effacement} and the list outside: ids of records that are gone, their tokens, keyed hashes and a signature. They name nobody.
 *   <li>{@code suppression}: keyed hashes, until they end, so that the next extract does not bring the person back.
 *   <li>What sources, clients and backups hold. A backup opens for as long as its epoch's key exists; restored before that, the list is carried
 *       out on it before anything is served.
 * </ul>
 *
 * <h2>Beside it, at the same moment</h2>
 *
 * <ul>
 *   <li>A merge of a day and another erasure wait for the same lock ({@link fr.gouv.apprentissage.bal.personne.VerrouDAppariement}): who comes second
 *       sees what the first left.
 *   <li>Rows that were staged before are held against the marks once more when they are merged.
 *   <li>A reader that had read its rows before the commit may still answer with them: it asked before, and its entry is in the journal.
 *   <li>Who writes a record's rows anew (a turn of keys, a new epoch) must lock them first; places are gone through until nothing is found, so that
 *       what such a writer committed while the erasure waited for its lock goes too.
 * </ul>
 */
package fr.gouv.apprentissage.bal.droits.effacement;
