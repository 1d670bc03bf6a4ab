package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.journal.EntreeLue;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A disclosure, as the journal has it. */
public record Divulgation(
        @Id @NonNul String id,
        @NonNul OffsetDateTime le,
        @NonNul String client,
        @Description("sub of the token") String agent,
        @NonNul String finalite,
        @Id @NonNul List<String> habilitations,
        String operation,
        @NonNul List<String> coordonnees,
        @Description("How many persons the answer held") @NonNul Integer personnes) {

    static Divulgation de(EntreeLue entree) {
        return new Divulgation(
                entree.id().toString(),
                entree.le().atOffset(ZoneOffset.UTC),
                entree.client(),
                entree.agent().orElse(null),
                entree.finalite().orElse(""),
                entree.habilitations(),
                entree.operation().orElse(null),
                entree.coordonnees(),
                entree.personnes().orElse(0));
    }
}
