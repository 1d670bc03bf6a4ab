package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks, part by part, so that each may be wrong. */
final class Classeurs {

    static final String FEUILLE = "xl/worksheets/sheet1.xml";
    static final String TEXTES = "xl/sharedStrings.xml";
    static final String ENTETE = rangee(
            "SIREN", "SIRET", "Raison Sociale", "IDCC - Branche", "Typologie", "Effectif", "Email", "Nom complet");

    private Classeurs() {}

    /** A sheet with the header of AKTO and these rows. */
    static byte[] avec(String rangees) {
        return de(Map.of(FEUILLE, "<worksheet><sheetData>" + ENTETE + rangees + "</sheetData></worksheet>"));
    }

    static byte[] de(Map<String, String> parties) {
        var octets = new LinkedHashMap<String, byte[]>();
        parties.forEach((nom, xml) -> octets.put(nom, xml.getBytes(StandardCharsets.UTF_8)));
        return archive(octets);
    }

    static byte[] archive(Map<String, byte[]> parties) {
        var octets = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(octets)) {
            for (var partie : parties.entrySet()) {
                archive.putNextEntry(new ZipEntry(partie.getKey()));
                archive.write(partie.getValue());
                archive.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Cells with their texts inline, one column after the other. */
    static String rangee(String... cellules) {
        var xml = new StringBuilder("<row>");
        for (var texte : cellules) {
            xml.append("<c t=\"inlineStr\"><is><t>").append(texte).append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    static String contact(String siren, String siret, String courriel) {
        return rangee(siren, siret, "Société", "1090 - Services", "Adhérent", "11", courriel, "Nom");
    }
}
