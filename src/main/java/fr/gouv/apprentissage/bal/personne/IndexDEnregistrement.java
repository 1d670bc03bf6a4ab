package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.util.List;

/**
 * All the blind indexes of one kind that find a record.
 *
 * @param enregistrement the record
 * @param genre the kind
 * @param empreintes the hashes, none when the record no longer has such a value
 */
public record IndexDEnregistrement(long enregistrement, GenreIndex genre, List<Empreinte> empreintes) {}
