/**
 * Turning blind indexes: a new generation of keys, and of the rules of folding, beside the former one. Look-ups ask both until every record
 * stands under the new one, which a signed count proves; then the former goes. A package of its own because what is made anew is not sealed
 * values but rows of hashes, record by record.
 *
 * <p>Nothing is missed: until the former generation is retired whatever is written stands under both, and a record stands under at least one.
 */
package fr.gouv.apprentissage.bal.rotation.index;
