/** Vault as the holder of the master keys, and as who destroys those of old epochs: two identities, since the second right can destroy everything. */
package fr.gouv.apprentissage.bal.scellement.vault;
