package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.journal.Inscription;
import java.util.HexFormat;
import java.util.Map;

/** What the answer says of its journal entry. */
final class Recepisse {

    private Recepisse() {}

    /** {@code extensions.journal}: what a receipt needs to be checked years later: the entry's id and hash, its chain and its rank. */
    static Map<String, Object> de(Inscription inscription) {
        return Map.of(
                "journal",
                Map.of(
                        "id", inscription.id(),
                        "empreinte", HexFormat.of().formatHex(inscription.empreinte()),
                        "chaine", inscription.chaine(),
                        "rang", inscription.rang()));
    }
}
