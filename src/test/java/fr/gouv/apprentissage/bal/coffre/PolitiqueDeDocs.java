package fr.gouv.apprentissage.bal.coffre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policies as the documentation gives them to operators. */
public final class PolitiqueDeDocs {

    private PolitiqueDeDocs() {}

    /** What the process that serves may do, its transit engine mounted there. */
    public static String duProcessus(String moteur) {
        return lis("bal.hcl", moteur);
    }

    /** What the identity may do that turns epochs. */
    public static String desEpoques(String moteur) {
        return lis("bal-epoques.hcl", moteur);
    }

    /** The first without what it says of one key. */
    public static String duProcessusSans(String moteur, String cle) {
        return duProcessus(moteur)
                .lines()
                .filter(ligne -> !ligne.contains("/" + cle + "\""))
                .reduce("", (texte, ligne) -> texte + ligne + "\n");
    }

    private static String lis(String fichier, String moteur) {
        try {
            return Files.readString(Path.of("docs", "vault", fichier)).replace("\"transit/", "\"" + moteur + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
