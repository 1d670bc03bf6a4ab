package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Cuts one row into its columns.
 *
 * @param separateur between two of them
 */
record DecoupeCsv(char separateur) {

    /** Separators that these files have. */
    static final List<DecoupeCsv> TOUTES =
            List.of(new DecoupeCsv(';'), new DecoupeCsv(','), new DecoupeCsv('|'), new DecoupeCsv('\t'));

    /** The columns; none when it is no row, or several. */
    List<String> champs(String rangee) {
        try (var lecteur = CsvReader.builder()
                .fieldSeparator(separateur)
                .skipEmptyLines(false)
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(rangee)) {
            var rangees = lecteur.iterator();
            if (!rangees.hasNext()) {
                return List.of();
            }
            var champs = rangees.next().getFields();
            return rangees.hasNext() ? List.of() : champs;
        } catch (CsvParseException | UncheckedIOException | IOException illisible) {
            return List.of();
        }
    }
}
