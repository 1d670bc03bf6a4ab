/**
 * The holder in production: Vault, through quarkus-vault's own client, configuration and logins. Apart from its parent, which knows holders by
 * {@code KeyHolder} alone, because the journal signs through the same calls.
 */
package fr.gouv.apprentissage.bal.scellement.vault;
