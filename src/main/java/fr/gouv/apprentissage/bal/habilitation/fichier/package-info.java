/**
 * The YAML file of habilitations: read whole or refused whole, with every fault and its line. Apart from the register, because what a file says is checked
 * before any table is looked at.
 */
package fr.gouv.apprentissage.bal.habilitation.fichier;
