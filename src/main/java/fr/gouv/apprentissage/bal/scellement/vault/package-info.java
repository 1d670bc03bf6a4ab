/**
 * The holder in production: Vault, through quarkus-vault's own client, configuration and logins. Apart from its parent, which knows holders by
 * {@code KeyHolder} alone, because the journal signs through the same calls. Who destroys the keys of old epochs logs in with an identity of its
 * own, since that right can destroy everything.
 */
package fr.gouv.apprentissage.bal.scellement.vault;
