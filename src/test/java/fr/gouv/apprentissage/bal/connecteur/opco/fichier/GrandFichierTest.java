package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of {@code bal.test.fichiers} rows (200,000 in the long form) in processes that have not the memory to hold them. */
class GrandFichierTest {

    private static final int RANGEES = Integer.getInteger("bal.test.fichiers", 20_000);
    private static final String SIRET = "13002526500013";

    @TempDir
    private Path dossier;

    @Test
    void a_csv_file_takes_no_memory_of_its_own() throws Exception {
        var fichier = dossier.resolve("grand.csv");
        try (var texte = Files.newBufferedWriter(fichier)) {
            texte.write("Siret;Nom du contact;Email du contact\n");
            for (int n = 0; n < RANGEES; n++) {
                texte.write(SIRET + ";" + "x".repeat(200) + ";contact" + n + "@entreprise.example\n");
            }
        }

        assertThat(lis(Format.OCAPIAT, fichier, "24m")).isEqualTo(String.valueOf(RANGEES));
    }

    @Test
    void of_a_workbook_only_the_texts_that_cells_share_are_kept() throws Exception {
        var fichier = dossier.resolve("grand.xlsx");
        try (var archive = new ZipOutputStream(Files.newOutputStream(fichier));
                var texte = new BufferedWriter(new OutputStreamWriter(archive, StandardCharsets.UTF_8))) {
            archive.putNextEntry(new ZipEntry(Classeurs.FEUILLE));
            texte.write("<worksheet><sheetData>" + Classeurs.ENTETE);
            for (int n = 0; n < RANGEES; n++) {
                texte.write("<row><c r=\"B1\" t=\"inlineStr\"><is><t>" + SIRET + "</t></is></c><c r=\"C1\" t=\"s\"><v>"
                        + n + "</v></c><c r=\"G1\" t=\"s\"><v>" + n + "</v></c></row>");
            }
            texte.write("</sheetData></worksheet>");
            texte.flush();
            archive.putNextEntry(new ZipEntry(Classeurs.TEXTES));
            texte.write("<sst>");
            for (int n = 0; n < RANGEES; n++) {
                texte.write("<si><t>contact" + n + "@entreprise.example</t></si>");
            }
            texte.write("</sst>");
        }

        assertThat(lis(Format.AKTO, fichier, "64m")).isEqualTo(String.valueOf(RANGEES));
    }

    private String lis(Format format, Path fichier, String memoire) throws IOException, InterruptedException {
        var sortie = dossier.resolve("sortie.txt");
        var processus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + memoire,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LitUnGrandFichier.class.getName(),
                        format.name(),
                        fichier.toString())
                .redirectErrorStream(true)
                .redirectOutput(sortie.toFile())
                .start();
        try {
            assertThat(processus.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            processus.destroyForcibly();
        }
        return Files.readString(sortie).strip();
    }
}
