package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.scellement.Marque;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An erasure, as it is written down. It names nobody.
 *
 * @param id random
 * @param le when, to the microsecond
 * @param effaces the records that went, by id
 * @param motif keyed digest of the reason
 * @param fin last day of the marks, Europe/Paris
 * @param empreinteDesMarques SHA-256 over the marks ({@link FormeDEffacement})
 * @param marques by which the person is recognised; none any more where they have ended
 */
record Effacement(
        UUID id,
        Instant le,
        List<Efface> effaces,
        byte[] motif,
        LocalDate fin,
        byte[] empreinteDesMarques,
        List<Marque> marques) {

    /**
     * A record that went.
     *
     * @param enregistrement its id
     * @param jeton its token in the journal; a quarantined row has none
     */
    record Efface(long enregistrement, Optional<UUID> jeton) {}

    Effacement {
        effaces = List.copyOf(effaces);
        marques = List.copyOf(marques);
    }

    List<Long> enregistrements() {
        return effaces.stream().map(Efface::enregistrement).toList();
    }
}
