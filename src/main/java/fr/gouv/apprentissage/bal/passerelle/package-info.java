/**
 * The GraphQL endpoint. A request comes in by {@code http}, is parsed, validated and split by {@code entree}, and answered by the plan
 * ({@code plan}, {@code execution}) or by resolvers ({@code resolution}), against the schema that {@code schema} derives from the declarations;
 * whatever fails speaks through {@code erreur}.
 */
package fr.gouv.apprentissage.bal.passerelle;
