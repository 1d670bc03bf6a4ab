/**
 * The embedded default: what lets the house be tried on a machine with only a JDK. No room knows this one, and outside of the profiles dev,
 * demo and test it does nothing.
 */
package fr.gouv.apprentissage.bal.embarque;
