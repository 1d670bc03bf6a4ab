package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.List;
import java.util.Optional;

/** What a client may do for a purpose on a day. A pure function of the register: the same inputs give equal decisions. */
public interface Decision {

    /** The active habilitations of this client and purpose, in the order of their ids; a {@link Portee} names them by their place here. */
    List<Octroi> actifs();

    /** Whether the access is granted on the coordinate, by which habilitations, or why not. */
    Verdict verdict(Coordonnee coordonnee, Acces acces);

    /**
     * The verdict on one coordinate and access.
     *
     * @param portees the habilitations that grant it, each with its mask, in the order of {@link #actifs()}; empty: refused
     * @param motif why it is refused; empty when granted
     */
    record Verdict(List<Portee> portees, Optional<Motif> motif) {

        public Verdict {
            portees = List.copyOf(portees);
        }

        /** Whether any habilitation grants it. */
        public boolean autorise() {
            return !portees.isEmpty();
        }
    }

    /**
     * One habilitation's part in a verdict.
     *
     * @param octroi place in {@link #actifs()}
     * @param masque mask under which it grants reading; AUCUN for the other accesses
     */
    record Portee(int octroi, Masque masque) {}
}
