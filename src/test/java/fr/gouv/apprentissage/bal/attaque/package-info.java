/**
 * The attacks of the threat model (docs/threats.md), tried on the package over HTTP with real tokens. A test is named by the number of its
 * attack: {@code attaque07_…}; one that stands elsewhere is tagged {@code attaque34}.
 */
package fr.gouv.apprentissage.bal.attaque;
