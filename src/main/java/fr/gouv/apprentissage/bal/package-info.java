/** Boîte aux lettres: one package per concept below this one, on floors that a test holds (docs/architecture.md). */
package fr.gouv.apprentissage.bal;
