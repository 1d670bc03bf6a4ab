/**
 * Public nomenclatures: training organisations, diplomas, territories. No personal data, no right needed. Records of upper rooms name
 * an organisme by SIRET or UAI and a certification by CFD or RNCP; this room says what these codes stand for. How the tables are filled
 * is in {@code chargement}.
 */
package fr.gouv.apprentissage.bal.referentiel;
