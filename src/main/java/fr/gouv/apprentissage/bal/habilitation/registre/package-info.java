/** The register of habilitations: its tables, the file loaded into them, and the copy of them that each process decides by. */
package fr.gouv.apprentissage.bal.habilitation.registre;
