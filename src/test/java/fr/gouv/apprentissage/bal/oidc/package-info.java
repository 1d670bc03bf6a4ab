/** Providers of identity for tests: a small one that is always there, and a real Keycloak where the build was asked for it. */
package fr.gouv.apprentissage.bal.oidc;
