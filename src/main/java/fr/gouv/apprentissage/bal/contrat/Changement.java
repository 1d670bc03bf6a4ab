package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.OffsetDateTime;

/** One field that a later extract changed. */
@Description(
        "champ is a coordinate. avant and apres are sealed under that field's class where it is personal, and readable,"
                + " under the same mask, only by who may read that field; for who may not, the entry is left out.")
public record Changement(@NonNul String champ, @NonNul OffsetDateTime date, String avant, String apres) {}
