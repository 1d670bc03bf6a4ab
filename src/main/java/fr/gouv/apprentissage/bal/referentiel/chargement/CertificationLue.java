package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A diploma as a source states it, codes in their canonical form; null for what it does not state.
 *
 * @param cfd CFD
 * @param rncp RNCP
 * @param intitule long title
 * @param niveau 1 to 8
 * @param ouverture first day
 * @param fermeture last day
 */
record CertificationLue(
        String cfd, String rncp, String intitule, Integer niveau, LocalDate ouverture, LocalDate fermeture) {

    /** Which of several answers for one RNCP: an open one, the newest, the lowest CFD. */
    static final Comparator<CertificationLue> PREFERENCE = Comparator.comparing(
                    (CertificationLue lue) -> lue.fermeture != null)
            .thenComparing(
                    CertificationLue::ouverture,
                    Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).reversed())
            .thenComparing(CertificationLue::cle);

    /** CFD, else RNCP. */
    String cle() {
        return cfd == null ? rncp : cfd;
    }
}
