/** What a caller is told when something is refused or fails: stable codes, French messages, never a value that was sent. */
package fr.gouv.apprentissage.bal.passerelle.erreur;
