package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a workbook says of itself: which of its parts is the first sheet, and the texts that its cells share. */
final class PlanDeClasseur {

    private static final String PREMIERE_FEUILLE = "xl/worksheets/sheet1.xml";
    private static final int TEXTE = 4_096;

    private final List<String> textes = new ArrayList<>();
    private final Map<String, String> cibles = new HashMap<>();
    private String premiere = "";

    /** Reads a part, if it is one of those. */
    void lis(String nom, PartieBornee partie) {
        switch (nom) {
            case "xl/workbook.xml" -> feuilles(new FluxXml(partie));
            case "xl/_rels/workbook.xml.rels" -> relations(new FluxXml(partie));
            case "xl/sharedStrings.xml" -> textes(new FluxXml(partie));
            default -> {
                // Styles, themes, other sheets: nothing that is read.
            }
        }
    }

    /** Name of the part that holds the first sheet. */
    String feuille() {
        var cible = cibles.getOrDefault(premiere, PREMIERE_FEUILLE);
        return cible.startsWith("/") ? cible.substring(1) : cible.startsWith("xl/") ? cible : "xl/" + cible;
    }

    /** How many texts are shared. */
    int nombreDeTextes() {
        return textes.size();
    }

    String texte(int numero) {
        return textes.get(numero);
    }

    private void feuilles(FluxXml xml) {
        while (xml.avance()) {
            if (xml.ouvre("sheet") && premiere.isEmpty()) {
                premiere = xml.attribut("id");
            }
        }
    }

    private void relations(FluxXml xml) {
        while (xml.avance()) {
            if (xml.ouvre("Relationship") && cibles.size() < 1_000) {
                cibles.putIfAbsent(xml.attribut("Id"), xml.attribut("Target"));
            }
        }
    }

    /** Runs of formatted text are one; how it is pronounced is none of it. */
    private void textes(FluxXml xml) {
        var texte = new StringBuilder();
        boolean dansT = false;
        boolean phonetique = false;
        while (xml.avance()) {
            if (xml.ouvre("si")) {
                texte.setLength(0);
            } else if (xml.ferme("si")) {
                textes.add(texte.toString());
            } else if (xml.ouvre("rPh") || xml.ferme("rPh")) {
                phonetique = xml.ouvre("rPh");
            } else if (xml.ouvre("t") || xml.ferme("t")) {
                dansT = xml.ouvre("t") && !phonetique;
            } else if (dansT) {
                xml.texte(texte, TEXTE);
            }
        }
    }
}
