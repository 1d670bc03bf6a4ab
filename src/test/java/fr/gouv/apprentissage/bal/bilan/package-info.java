/** Says at the end of a run which tests did not run and why, so that none is missed in silence. */
package fr.gouv.apprentissage.bal.bilan;
