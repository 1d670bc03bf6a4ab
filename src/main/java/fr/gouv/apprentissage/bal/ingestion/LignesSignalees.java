package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.util.List;

/**
 * Where rows with a doubt stand, so that whoever sent them can find them: the name of their file as it was read, and the line. Never what they say.
 *
 * @param motif the doubt
 * @param lignes the first of them, at most {@value #MONTREES}
 */
public record LignesSignalees(@NonNul String motif, @NonNul List<String> lignes) {

    static final int MONTREES = 10;

    public LignesSignalees {
        lignes = List.copyOf(lignes);
    }
}
