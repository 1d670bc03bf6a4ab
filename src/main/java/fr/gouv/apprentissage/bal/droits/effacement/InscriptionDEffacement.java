package fr.gouv.apprentissage.bal.droits.effacement;

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
import java.util.UUID;

/** Writes an erasure into the journal: the processing that opens, and who asked for it. Blocks. */
@Singleton
class InscriptionDEffacement {

    private static final byte[] OPERATION = sha256("Mutation.effacePersonne");
    private static final Duration DELAI = Duration.ofSeconds(10);
    private static final int REPRISES = 3;

    private final Journal journal;
    private final RegistreCourant registre;

    InscriptionDEffacement(Journal journal, RegistreCourant registre) {
        this.journal = journal;
        this.registre = registre;
    }

    /** Returns once the entry is durable; the habilitations may move meanwhile, and have no part in it. */
    void inscris(Appelant appelant, List<UUID> sujets) {
        for (var essai = 1; ; essai++) {
            try {
                journal.inscris(entree(appelant, sujets)).await().atMost(DELAI);
                return;
            } catch (RevisionPerimee perimee) {
                if (essai > REPRISES) {
                    throw perimee;
                }
                registre.relis().await().atMost(DELAI);
            }
        }
    }

    private Divulgation entree(Appelant appelant, List<UUID> sujets) {
        return new Divulgation(
                "bal",
                Optional.of(appelant.agent().orElse(appelant.client())),
                Optional.of(Traitement.EFFACEMENT.name()),
                List.of(),
                OPERATION,
                Optional.empty(),
                Reconnaissance.COORDONNEES,
                List.of(),
                sujets,
                registre.courant().revision(),
                Optional.empty(),
                1);
    }

    private static byte[] sha256(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
