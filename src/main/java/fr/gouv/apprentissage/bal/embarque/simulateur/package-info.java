/**
 * Systems that the real connectors pull from, spoken to over real HTTP: the demo's data come in by the way that production's do, and a test
 * can have any refusal and any fault that domain.md §2.1 tells of.
 */
package fr.gouv.apprentissage.bal.embarque.simulateur;
