/**
 * The turning of epochs: every so often a new one, the living secrets wrapped anew under it, the old partition dropped once a count proves that
 * nothing lives there alone, and epochs old enough destroyed at the holder. So a backup can be read for so many epochs and no longer.
 */
package fr.gouv.apprentissage.bal.rotation.epoque;
