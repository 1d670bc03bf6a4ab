/**
 * The identifiers of the mission as value types: parsed once, valid from then on, with the reason for a refusal in French. Floor 0,
 * no dependency on another room. Rules: domain.md §2.4 and §10. Beside them {@link fr.gouv.apprentissage.bal.identifiant.Pliage}, the one
 * way in which names are compared.
 */
package fr.gouv.apprentissage.bal.identifiant;
