package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;
import java.util.Set;

/** A right on one coordinate, or on {@code Type.*} as in the file, as a caller sends it. */
public record DroitSurChampInput(
        @NonNul String coordonnee,
        @NonNul @Defaut("[LIRE]") List<Acces> acces,
        @NonNul @Defaut("AUCUN") Masque masque) {

    Droit droit() {
        return new Droit(Set.copyOf(acces), masque);
    }
}
