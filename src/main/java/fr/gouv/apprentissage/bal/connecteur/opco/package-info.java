/**
 * The OPCOs (domain.md §3): live questions to AKTO and OPCO EP on whether an address is known at a company, the OPCO of a company by France
 * compétences and CFA Dock, and the files of contacts that OPCOs hand over. A question has three answers and no fault: whatever goes wrong with a
 * source is not known, which confirms nothing and refuses nothing.
 */
package fr.gouv.apprentissage.bal.connecteur.opco;
