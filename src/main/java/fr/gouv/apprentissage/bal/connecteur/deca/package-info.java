/** DECA, the State's register of apprenticeship contracts: its protocol (domain.md §2.1) and its fields (§2.2), and nothing after them. */
package fr.gouv.apprentissage.bal.connecteur.deca;
