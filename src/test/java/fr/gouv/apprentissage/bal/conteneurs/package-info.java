/** What runs on containers where Docker answers ({@code -Pconteneurs}). */
package fr.gouv.apprentissage.bal.conteneurs;
