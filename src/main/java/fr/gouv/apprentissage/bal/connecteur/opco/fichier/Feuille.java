package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The rows of a sheet, one at a time: the cells that are asked for, as texts. */
final class Feuille {

    /** Columns beyond this are not looked at. */
    private static final int COLONNES = 512;

    private static final int TEXTE = 4_096;

    /** Digits of a number that may be an identifier. */
    private static final int CHIFFRES = 20;

    private final FluxXml xml;
    private final PlanDeClasseur plan;
    private long numero;

    /**
     * One row.
     *
     * @param numero as its sheet shows it, from 1
     * @param cellules by column; empty where there is none
     * @param lisible whether every cell that was asked for could be read
     */
    record Rangee(long numero, List<String> cellules, boolean lisible) {

        String cellule(int colonne) {
            return colonne >= 0 && colonne < cellules.size() ? cellules.get(colonne) : "";
        }
    }

    private record Valeur(String texte, boolean lisible) {}

    Feuille(FluxXml xml, PlanDeClasseur plan) {
        this.xml = xml;
        this.plan = plan;
    }

    /** The next row; empty at the end. */
    Optional<Rangee> suivante(IntPredicate voulues) {
        while (xml.avance()) {
            if (xml.ouvre("row")) {
                return Optional.of(rangee(voulues));
            }
        }
        return Optional.empty();
    }

    private Rangee rangee(IntPredicate voulues) {
        numero = numero(xml.attribut("r"), numero + 1);
        var cellules = new ArrayList<String>();
        boolean lisible = true;
        int suivante = 0;
        while (xml.avance() && !xml.ferme("row")) {
            if (xml.ouvre("c")) {
                int colonne = colonne(xml.attribut("r"), suivante);
                suivante = Math.min(colonne, COLONNES) + 1;
                var valeur = valeur(xml.attribut("t"));
                if (colonne < COLONNES && voulues.test(colonne)) {
                    while (cellules.size() <= colonne) {
                        cellules.add("");
                    }
                    cellules.set(colonne, valeur.texte());
                    lisible &= valeur.lisible();
                }
            }
        }
        return new Rangee(numero, cellules, lisible);
    }

    /** A row that does not say its number comes after the one before. */
    private static long numero(String dit, long suivant) {
        return dit.matches("[1-9][0-9]{0,9}") ? Long.parseLong(dit) : suivant;
    }

    /** From the letters of a reference, 0 for A; of a cell without one, the column after the one before. */
    private static int colonne(String reference, int suivante) {
        int colonne = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            colonne = Math.min(colonne * 26 + reference.charAt(i) - 'A' + 1, COLONNES + 1);
            i++;
        }
        return i == 0 ? suivante : colonne - 1;
    }

    private Valeur valeur(String type) {
        var texte = new StringBuilder();
        boolean entier = true;
        boolean dedans = false;
        boolean phonetique = false;
        while (xml.avance() && !xml.ferme("c")) {
            if (xml.ouvre("rPh") || xml.ferme("rPh")) {
                phonetique = xml.ouvre("rPh");
            } else if (xml.ouvre("v") || xml.ouvre("t")) {
                dedans = !phonetique;
            } else if (xml.ferme("v") || xml.ferme("t")) {
                dedans = false;
            } else if (dedans) {
                entier &= xml.texte(texte, TEXTE);
            }
        }
        return entier ? interprete(type, texte.toString()) : new Valeur("", false);
    }

    private Valeur interprete(String type, String texte) {
        if (texte.isEmpty()) {
            return new Valeur("", true);
        }
        return switch (type) {
            case "s" -> partage(texte);
            case "inlineStr", "str" -> new Valeur(texte, true);
            case "", "n" -> nombre(texte);
            default -> new Valeur("", false);
        };
    }

    private Valeur partage(String numero) {
        try {
            int n = Integer.parseInt(numero.trim());
            return n >= 0 && n < plan.nombreDeTextes() ? new Valeur(plan.texte(n), true) : new Valeur("", false);
        } catch (NumberFormatException pasUnNumero) {
            return new Valeur("", false);
        }
    }

    /** Spreadsheets write the digits of an identifier as {@code 1.3002526500013E13} too. */
    private static Valeur nombre(String texte) {
        try {
            var nombre = new BigDecimal(texte.trim());
            if (Math.abs((long) nombre.scale()) > CHIFFRES || nombre.precision() > CHIFFRES) {
                return new Valeur("", false);
            }
            var entier = nombre.stripTrailingZeros();
            return new Valeur(entier.toPlainString(), true);
        } catch (NumberFormatException pasUnNombre) {
            return new Valeur("", false);
        }
    }
}
