package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Proof of an erasure: the list of erasures has an entry of this id and signature, which anybody with the public key can verify. */
public record PreuveDEffacement(
        @Id @NonNul String id,
        @NonNul OffsetDateTime le,
        @NonNul Integer enregistrements,
        @NonNul String signature,
        @Description(
                        "Values so damaged that no mark could be made of them: what is told by them may come back from a source")
                @NonNul
                Integer valeursIllisibles) {

    static PreuveDEffacement de(EffacementSigne signe, int illisibles) {
        var effacement = signe.effacement();
        return new PreuveDEffacement(
                effacement.id().toString(),
                effacement.le().atOffset(ZoneOffset.UTC),
                effacement.effaces().size(),
                HexFormat.of().formatHex(signe.signature()),
                illisibles);
    }
}
