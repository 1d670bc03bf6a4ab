package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import java.util.List;

/** A manifest is refused whole: a client must not start without a document that somebody meant it to have. */
public final class ManifesteRefuse extends RuntimeException {
    /** @param fautes all of them, each with its file and line */
    ManifesteRefuse(List<String> fautes) {
        super("bal.passerelle.operations.fichier refusé :\n  " + String.join("\n  ", fautes));
    }
}
