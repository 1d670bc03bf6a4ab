package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.RevisionPerimee;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes into the journal that quarantined rows are opened, by which processing and who asked for it, before one is. Blocks. */
@Singleton
class InscriptionDeRejeu {

    private static final String OPERATION = "Mutation.rejoueQuarantaine";
    private static final Duration DELAI = Duration.ofSeconds(10);
    private static final int REPRISES = 3;

    private final Journal journal;
    private final RegistreCourant registre;

    InscriptionDeRejeu(Journal journal, RegistreCourant registre) {
        this.journal = journal;
        this.registre = registre;
    }

    /** Returns once the entry is durable; the habilitations may move meanwhile, and have no part in it. */
    void inscris(Appelant appelant) {
        for (var essai = 1; ; essai++) {
            try {
                journal.inscris(entree(appelant)).await().atMost(DELAI);
                return;
            } catch (RevisionPerimee perimee) {
                if (essai > REPRISES) {
                    throw perimee;
                }
                registre.relis().await().atMost(DELAI);
            }
        }
    }

    /** Nothing leaves, so it tells of nobody. */
    private Divulgation entree(Appelant appelant) {
        return new Divulgation(
                "bal",
                Optional.of(appelant.agent().orElse(appelant.client())),
                Optional.of(Traitement.REJEU_DE_QUARANTAINE.name()),
                List.of(),
                sha256(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                registre.courant().revision(),
                Optional.empty(),
                0);
    }

    private static byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(OPERATION.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
