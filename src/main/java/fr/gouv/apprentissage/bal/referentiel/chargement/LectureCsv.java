package fr.gouv.apprentissage.bal.referentiel.chargement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A CSV file with semicolons and a header, row by row. Column names do not mind case; columns that are not known are ignored. */
final class LectureCsv {

    private LectureCsv() {}

    /**
     * Reads every row. One that has not as many values as the header is refused here.
     *
     * @throws SourceIllisible when it is no such file, or lacks one of the columns
     */
    static void lis(Reader texte, List<String> requises, Releve releve, Consumer<LigneCsv> suite) {
        try (var lecteur = CsvReader.builder()
                .fieldSeparator(';')
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(texte)) {
            var lignes = lecteur.iterator();
            var colonnes = colonnes(lignes, requises, releve);
            while (lignes.hasNext()) {
                var ligne = lignes.next();
                releve.lu();
                if (ligne.getFieldCount() == colonnes.size()) {
                    suite.accept(new LigneCsv(ligne.getStartingLineNumber(), colonnes, ligne.getFields()));
                } else {
                    releve.refuse(ligne.getStartingLineNumber(), "le nombre de colonnes n'est pas celui de l'en-tête");
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new SourceIllisible(releve.fichier(), "le fichier CSV ne peut pas être lu", e);
        }
    }

    private static Map<String, Integer> colonnes(Iterator<CsvRecord> lignes, List<String> requises, Releve releve) {
        if (!lignes.hasNext()) {
            throw new SourceIllisible(releve.fichier(), "le fichier est vide");
        }
        var noms = lignes.next().getFields();
        var colonnes = new HashMap<String, Integer>();
        for (int i = 0; i < noms.size(); i++) {
            if (colonnes.put(noms.get(i).strip().toLowerCase(Locale.ROOT), i) != null) {
                throw new SourceIllisible(releve.fichier(), "une colonne a deux fois le même nom");
            }
        }
        for (var requise : requises) {
            if (!colonnes.containsKey(requise)) {
                throw new SourceIllisible(releve.fichier(), "la colonne " + requise + " manque");
            }
        }
        return Map.copyOf(colonnes);
    }
}
