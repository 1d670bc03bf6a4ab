package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;

/** What an habilitation grants on one coordinate, as {@code moi} shows it. */
public record DroitSurChamp(@NonNul String coordonnee, @NonNul List<Acces> acces, @NonNul Masque masque) {}
