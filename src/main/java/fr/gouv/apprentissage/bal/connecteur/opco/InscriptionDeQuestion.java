package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.List;

/** Writes into the journal that an address is about to be told to an OPCO, and to which one. */
@FunctionalInterface
interface InscriptionDeQuestion {

    /**
     * Returns once the entry is durable. Blocks.
     *
     * @param source the OPCO
     * @throws RuntimeException when there is no entry: then nothing may leave
     */
    void inscris(String source);

    /** The OPCO hears of a contact, so that is what the entry names; whose address it is, nobody knows yet. */
    static InscriptionDeQuestion au(EntreeDeTraitement entree, Duration delai) {
        return source -> {
            try {
                entree.inscris(Traitement.QUESTION_OPCO, "QuestionOpco." + source, List.of("Contact.courriel"))
                        .await()
                        .atMost(delai);
            } catch (TimeoutException tropLong) {
                throw new JournalIndisponible(tropLong);
            }
        };
    }
}
