package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.scellement.Renveloppement;
import java.util.List;

/** What came of wrapping the kept keys anew, as {@code renveloppeCles} shows it. */
public record RenveloppementDeCles(
        @Description("Keys wrapped under a newer version") @NonNul Integer renveloppees,
        @Description("Keys that were under the newest one already") @NonNul Integer aJour,
        @Description("Keys that the holder would not wrap: they stay as they were") @NonNul List<String> refusees) {

    static RenveloppementDeCles de(Renveloppement.Bilan bilan) {
        return new RenveloppementDeCles(bilan.renveloppees(), bilan.aJour(), bilan.refusees());
    }
}
