/**
 * Turning the keys of a class: a new version serves new values at once, what stands under older ones is sealed again in the background, and a
 * signed count proves that nothing is left before an old one is retired. A room of its own because it goes through every place where sealed
 * values stand, and none of these rooms may know the others; it opens nothing itself ({@code Scellement.rescelle}).
 *
 * <h2>Why nothing of the old version can come back after the proof</h2>
 *
 * <ol>
 *   <li>The new version is announced a minute ahead, so that every replica holds it before one uses it.
 *   <li>Once it serves, it is imposed ({@code VersionsDeCles.impose}) under an exclusive lock that every transaction which writes sealed values
 *       shares ({@code VersionsDeCles.rejoins}): those before it have committed and are seen by what follows; those after it seal under the new
 *       version, whatever their replica's clock says, or wait until they know it.
 *   <li>Who copies a value seals it again first (the merge of a day), or keeps its row from being sealed meanwhile (what moves into
 *       quarantine).
 *   <li>So from there on values under older versions only become fewer. Passes go through all places until a count over all of them, in one
 *       snapshot, finds none, or none but those that do not open.
 * </ol>
 */
package fr.gouv.apprentissage.bal.rotation;
