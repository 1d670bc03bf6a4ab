package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;

/** Root field by which a person is forgotten. */
@Singleton
@Unremovable
public class RequetesEffacement {

    private static final int MOTIF_MAX = 1_000;

    private final EffacementDePersonne effacement;
    private final InscriptionDEffacement journal;
    private final Pseudonymes pseudonymes;

    RequetesEffacement(EffacementDePersonne effacement, InscriptionDEffacement journal, Pseudonymes pseudonymes) {
        this.effacement = effacement;
        this.journal = journal;
        this.pseudonymes = pseudonymes;
    }

    /**
     * Forgets a person for ever. An id that is of nobody, of another client's, or of who was erased already is the same answer.
     *
     * @param id as this caller knows the person
     * @param motif why, at most 1,000 characters; nothing of it is kept but a keyed digest
     * @throws ArgumentInvalide when there is no such person, or no reason
     * @throws EffacementImpossible when nothing was erased, and asking again may help
     */
    @Modification
    @NonNul
    @Reserve("delegue")
    @Description("Makes every value about a person unreadable for ever, in the backups too. Role delegue.")
    public Uni<PreuveDEffacement> effacePersonne(@Id @NonNul String id, @NonNul String motif, Appelant appelant) {
        if (motif.isBlank() || motif.length() > MOTIF_MAX) {
            throw new ArgumentInvalide("motif", "motif : dites pourquoi, en " + MOTIF_MAX + " caractères au plus");
        }
        return Uni.createFrom()
                .item(() -> efface(id, motif.strip(), appelant))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private PreuveDEffacement efface(String id, String motif, Appelant appelant) {
        var personne = pseudonymes.interne(appelant.client(), "Personne", id);
        if (personne.isEmpty()) {
            throw inconnue();
        }
        return effacement
                .efface(personne.getAsLong(), motif, sujets -> journal.inscris(appelant, sujets))
                .map(fait -> PreuveDEffacement.de(fait.signe(), fait.illisibles()))
                .orElseThrow(RequetesEffacement::inconnue);
    }

    private static ArgumentInvalide inconnue() {
        return new ArgumentInvalide("id", "id : vous ne connaissez personne sous cet identifiant");
    }
}
