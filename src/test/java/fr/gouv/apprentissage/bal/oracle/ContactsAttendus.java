package fr.gouv.apprentissage.bal.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which employers' addresses must be known once these days were read, none of which has ended by then. */
public final class ContactsAttendus {

    private ContactsAttendus() {}

    /** One text for each: establishment, address, domain, first day, last day, last day of trust. */
    public static Set<String> de(List<JourServi> jours) {
        var vus = new TreeMap<String, TreeSet<LocalDate>>();
        for (var jour : jours) {
            for (JsonNode ligne : jour.lba()) {
                var lue = Lecture.de(ligne, Extrait.LBA);
                var siret = lue.valeurs().get(Champ.EMPLOYEUR_SIRET);
                var courriel = lue.valeurs().get(Champ.EMPLOYEUR_COURRIEL);
                if (lue.quarantaine().isEmpty() && siret != null && courriel != null) {
                    var domaine = courriel.substring(courriel.indexOf('@') + 1);
                    vus.computeIfAbsent(siret + "|" + courriel + "|" + domaine, nouveau -> new TreeSet<>())
                            .add(jour.jour());
                }
            }
        }
        var attendus = new TreeSet<String>();
        vus.forEach((quoi, quand) -> attendus.add(quoi + "|" + quand.first() + "|" + quand.last() + "|"
                + quand.last().plusDays(30)));
        return attendus;
    }
}
