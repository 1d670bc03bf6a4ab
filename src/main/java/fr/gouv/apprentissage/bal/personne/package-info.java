/**
 * The cluster of records that speak of one human being. A person holds no value: table {@code identite} has one row per record, what that
 * record states of the human being; what a caller sees is a function of the records that this caller may reach.
 */
package fr.gouv.apprentissage.bal.personne;
