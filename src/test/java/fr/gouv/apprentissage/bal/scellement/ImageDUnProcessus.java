package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What {@link ProcessusQuiOublie} held, and what of it its heap dump still has.
 *
 * @param presents names of what was found, each with its form
 * @param tenus everything that was held, by name
 */
record ImageDUnProcessus(Set<String> presents, Map<String, byte[]> tenus) {

    /**
     * @param jvm home of the Java that runs it
     * @param dossier for the dump
     * @param reglages of the holder, as options of the JVM
     */
    static ImageDUnProcessus de(
            Path jvm,
            Path dossier,
            ProcessusQuiOublie.Fin fin,
            Class<? extends Supplier<KeyHolder>> detenteur,
            List<String> reglages)
            throws IOException, InterruptedException {
        var fichier = dossier.resolve("image.hprof");
        var erreurs = dossier.resolve("erreurs");
        var commande = new ArrayList<>(List.of(
                jvm.resolve("bin").resolve("java").toString(),
                "-Xmx64m",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/sun.security.provider=ALL-UNNAMED"));
        commande.addAll(reglages);
        commande.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ProcessusQuiOublie.class.getName(),
                fin.name(),
                fichier.toString(),
                detenteur.getName()));
        var processus =
                new ProcessBuilder(commande).redirectError(erreurs.toFile()).start();
        var tenus = new HashMap<String, byte[]>();
        try (var sortie = processus.inputReader(StandardCharsets.UTF_8)) {
            sortie.lines().forEach(ligne -> {
                var egal = ligne.indexOf('=');
                tenus.put(
                        ligne.substring(0, egal),
                        ImageMemoire.retourne(HexFormat.of().parseHex(ligne.substring(egal + 1))));
            });
        }
        assertThat(processus.waitFor())
                .as("fin du processus : %s", Files.readString(erreurs))
                .isZero();
        return new ImageDUnProcessus(ImageMemoire.presents(fichier, tenus), tenus);
    }

    /** The control in all its forms, and nothing else. */
    void assertRienNeReste() {
        assertThat(presents).isEqualTo(ImageMemoire.nomsDesFormes("temoin"));
    }

    /** Each key, each state of an HMAC, and what the last record was sealed with. */
    void assertToutEstLa() {
        var cles = tenus.keySet().stream()
                .filter(nom -> nom.startsWith("cle ") || nom.startsWith("etat ") || nom.equals("id"))
                .map(nom -> nom + " raw")
                .toList();
        assertThat(presents).containsAll(cles);
        assertThat(presents).anyMatch(nom -> nom.startsWith("chiffrement "));
    }
}
