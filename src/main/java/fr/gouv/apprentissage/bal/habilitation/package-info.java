/** Grants as data, and the decision: a pure function of who asks, for what purpose, on which day. Explanations come from the same function. */
package fr.gouv.apprentissage.bal.habilitation;
