package fr.gouv.apprentissage.bal.embarque.generateur;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least workbook that a spreadsheet opens: one sheet, texts shared as spreadsheets share them. */
final class ClasseurDemo {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PAQUET = "http://schemas.openxmlformats.org/package/2006/";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String FEUILLE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private ClasseurDemo() {}

    static byte[] de(List<List<String>> rangees) {
        var textes = new LinkedHashMap<String, Integer>();
        var feuille = feuille(rangees, textes);
        var octets = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(octets)) {
            ajoute(archive, "[Content_Types].xml", types());
            ajoute(archive, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            ajoute(
                    archive,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + FEUILLE + "\" xmlns:r=\"" + DOCUMENT
                            + "\"><sheets><sheet name=\"Contacts\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            ajoute(
                    archive,
                    "xl/_rels/workbook.xml.rels",
                    relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
            ajoute(archive, "xl/worksheets/sheet1.xml", feuille);
            ajoute(archive, "xl/sharedStrings.xml", textesPartages(textes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static String feuille(List<List<String>> rangees, Map<String, Integer> textes) {
        var xml = new StringBuilder("<worksheet xmlns=\"" + FEUILLE + "\"><sheetData>");
        for (int r = 0; r < rangees.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rangees.get(r).size(); c++) {
                var numero = textes.computeIfAbsent(rangees.get(r).get(c), texte -> textes.size());
                xml.append("<c r=\"")
                        .append((char) ('A' + c))
                        .append(r + 1)
                        .append("\" t=\"s\"><v>")
                        .append(numero)
                        .append("</v></c>");
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String textesPartages(Map<String, Integer> textes) {
        var xml = new StringBuilder("<sst xmlns=\"" + FEUILLE + "\">");
        textes.keySet()
                .forEach(texte -> xml.append("<si><t>").append(echappe(texte)).append("</t></si>"));
        return xml.append("</sst>").toString();
    }

    private static String relations(String... typesEtCibles) {
        var xml = new StringBuilder("<Relationships xmlns=\"" + PAQUET + "relationships\">");
        for (int i = 0; i < typesEtCibles.length; i += 2) {
            xml.append("<Relationship Id=\"rId")
                    .append(i / 2 + 1)
                    .append("\" Type=\"" + DOCUMENT + "/")
                    .append(typesEtCibles[i])
                    .append("\" Target=\"")
                    .append(typesEtCibles[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String types() {
        return "<Types xmlns=\"" + PAQUET + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE
                + "sharedStrings+xml\"/></Types>";
    }

    private static String echappe(String texte) {
        return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void ajoute(ZipOutputStream archive, String nom, String xml) throws IOException {
        archive.putNextEntry(new ZipEntry(nom));
        archive.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
