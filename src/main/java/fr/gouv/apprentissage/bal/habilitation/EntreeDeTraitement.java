package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.journal.Inscription;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.RevisionPerimee;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** What a job writes into the journal before it opens, seals again or tells anything: that the house itself does, under the name of the processing. */
public final class EntreeDeTraitement {

    private static final int REPRISES = 3;

    private final Journal journal;
    private final RegistreCourant registre;

    public EntreeDeTraitement(Journal journal, RegistreCourant registre) {
        this.journal = journal;
        this.registre = registre;
    }

    /**
     * Fails as the journal does.
     *
     * @param operation what is done, without any value of anybody: its digest is kept
     */
    public Uni<Inscription> inscris(Traitement traitement, String operation) {
        return inscris(traitement, operation, Optional.empty(), List.of(), REPRISES);
    }

    /**
     * The same of what leaves the house.
     *
     * @param operation what is done, by a name of the house's own: the entry bears it
     * @param coordonnees what is told, sorted
     */
    public Uni<Inscription> inscris(Traitement traitement, String operation, List<String> coordonnees) {
        return inscris(traitement, operation, Optional.of(operation), coordonnees, REPRISES);
    }

    private Uni<Inscription> inscris(
            Traitement traitement, String operation, Optional<String> nommee, List<String> coordonnees, int reprises) {
        var inscrite = journal.inscris(new Divulgation(
                "bal",
                Optional.empty(),
                Optional.of(traitement.name()),
                List.of(),
                sha256(operation),
                nommee,
                coordonnees,
                List.of(),
                List.of(),
                registre.courant().revision(),
                Optional.empty(),
                0));
        // The habilitations may move meanwhile: the entry then names the revision that holds.
        return reprises == 0
                ? inscrite
                : inscrite.onFailure(RevisionPerimee.class).recoverWithUni(() -> registre.relis()
                        .chain(relu -> inscris(traitement, operation, nommee, coordonnees, reprises - 1)));
    }

    private static byte[] sha256(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
