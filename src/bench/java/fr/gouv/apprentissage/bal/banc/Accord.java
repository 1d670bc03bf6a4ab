package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a client is granted of the query, decided once for a revision of the habilitations and a day.
 *
 * @param client who
 * @param finalite for what
 * @param revision of the habilitations
 * @param jour Europe/Paris
 * @param autorisation what may be opened
 * @param habilitations ids of those that grant it
 */
record Accord(
        String client,
        Optional<String> finalite,
        long revision,
        LocalDate jour,
        Autorisation autorisation,
        List<String> habilitations) {

    boolean vaut(Appelant appelant, long courante) {
        return revision == courante
                && client.equals(appelant.client())
                && finalite.equals(appelant.finalite())
                && jour.equals(appelant.jour());
    }
}
