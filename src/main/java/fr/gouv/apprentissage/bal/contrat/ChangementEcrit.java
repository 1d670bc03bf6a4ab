package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.Cellule;

/**
 * A change as it is written down: sealed values stay sealed as they were.
 *
 * @param enregistrement the record
 * @param champ the field
 * @param avant what it was
 * @param apres what it is
 */
public record ChangementEcrit(long enregistrement, Coordonnee champ, Cellule avant, Cellule apres) {}
