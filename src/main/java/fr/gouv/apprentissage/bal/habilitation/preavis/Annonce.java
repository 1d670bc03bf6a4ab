package fr.gouv.apprentissage.bal.habilitation.preavis;

import fr.gouv.apprentissage.bal.habilitation.EtatHabilitation;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The end of an active habilitation, not far off.
 *
 * @param jours until its last day, 0 to 30
 */
record Annonce(String client, String habilitation, LocalDate au, int jours) {

    private static final int PREMIER = 30;
    private static final int SECOND = 15;

    /** Whether the end of this one is to be announced on this day. */
    static Optional<Annonce> de(Octroi octroi, LocalDate jour) {
        var jours = ChronoUnit.DAYS.between(jour, octroi.au());
        return octroi.etat(jour) == EtatHabilitation.ACTIVE && jours <= PREMIER
                ? Optional.of(new Annonce(octroi.client(), octroi.id(), octroi.au(), (int) jours))
                : Optional.empty();
    }

    /** The notice that it has come to, 30 or 15 days. */
    int palier() {
        return jours <= SECOND ? SECOND : PREMIER;
    }
}
