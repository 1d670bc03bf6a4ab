package fr.gouv.apprentissage.bal.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.SourceDeca;
import java.time.LocalDate;
import java.util.List;

/** What both extracts said of a day, rows in the order in which they were served. */
public record JourServi(LocalDate jour, List<JsonNode> lba, List<JsonNode> tba) {

    public static JourServi de(SourceDeca source, LocalDate jour) {
        return new JourServi(jour, source.lignes(Extrait.LBA, jour), source.lignes(Extrait.TBA, jour));
    }

    /** The days from one to the other, both included. */
    public static List<JourServi> de(SourceDeca source, LocalDate premier, LocalDate dernier) {
        return premier.datesUntil(dernier.plusDays(1)).map(j -> de(source, j)).toList();
    }

    List<JsonNode> lignes(Extrait extrait) {
        return extrait == Extrait.LBA ? lba : tba;
    }
}
