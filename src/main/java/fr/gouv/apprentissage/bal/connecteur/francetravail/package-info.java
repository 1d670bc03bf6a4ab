/**
 * France Travail's offers of apprenticeship and professionnalisation (domain.md §4): its token, its pages, and its wall, behind which nothing can be
 * asked, so that a département is divided until each piece fits. What is kept: which address an establishment gives in its offers, for
 * {@code contact}, and when offers stood there, for the measures of impact. Titles, descriptions and names are never kept.
 */
package fr.gouv.apprentissage.bal.connecteur.francetravail;
