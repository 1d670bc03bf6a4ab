package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/** What DECA has to say: for each extract and day, rows in the order in which they are served. */
public interface SourceDeca {

    /** The rows of that day, none when the source has none. The same call gives the same rows. */
    List<JsonNode> lignes(Extrait extrait, LocalDate jour);
}
