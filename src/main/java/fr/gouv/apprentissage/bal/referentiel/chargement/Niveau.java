package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Levels of diplomas in the French framework, 1 to 8, and the file of the BCN that gives them by code. */
final class Niveau {

    private static final Pattern FORME = Pattern.compile("0?([1-8])");

    private Niveau() {}

    /** A level; empty for the codes of the BCN that are none (00 out of the framework, 99, XX). */
    static Optional<Integer> lis(String brut) {
        var forme = FORME.matcher(brut);
        return forme.matches() ? Optional.of(Integer.valueOf(forme.group(1))) : Optional.empty();
    }

    /** Levels by code of the BCN; codes without a level are absent. */
    static Map<String, Integer> parCode(Reader texte, Releve releve) {
        var niveaux = new HashMap<String, Integer>();
        var colonnes = List.of("niveau_formation_diplome", "niveau_qualification_rncp");
        LectureCsv.lis(texte, colonnes, releve, ligne -> {
            var code = ligne.valeur("niveau_formation_diplome");
            if (code.isEmpty()) {
                releve.refuse(ligne.numero(), "code de niveau absent");
                return;
            }
            lis(ligne.valeur("niveau_qualification_rncp")).ifPresent(niveau -> niveaux.put(code, niveau));
        });
        return niveaux;
    }
}
