/** Public nomenclatures: training organisations, diplomas, territories. No personal data, no right needed. */
package fr.gouv.apprentissage.bal.referentiel;
