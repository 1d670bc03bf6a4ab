package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A process of its own, with a small heap, that reads one file and prints how many facts it gave. */
final class LitUnGrandFichier {

    private LitUnGrandFichier() {}

    public static void main(String... arguments) throws Exception {
        var format = Format.valueOf(arguments[0]);
        var fichier = Path.of(arguments[1]);
        var faits = new AtomicLong();
        if (format.classeur()) {
            new LectureClasseur(1L << 30)
                    .lis(
                            Contenu.de(fichier),
                            format,
                            Lus.interpretation(format),
                            ligne -> faits.addAndGet(ligne.faits().size()));
        } else {
            try (var flux = Files.newInputStream(fichier)) {
                new LectureCsv(flux)
                        .lis(
                                format,
                                Lus.interpretation(format),
                                ligne -> faits.addAndGet(ligne.faits().size()));
            }
        }
        System.out.println(faits);
    }
}
