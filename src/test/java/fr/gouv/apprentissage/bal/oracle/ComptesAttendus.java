package fr.gouv.apprentissage.bal.oracle;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.util.HashSet;
import java.util.List;

/**
 * What runs must have counted that read these days once.
 *
 * @param lus rows
 * @param rejetes rows that cannot be identified, each as often as it was sent
 * @param enregistrements records of a day, over all days: created, changed or unchanged
 */
public record ComptesAttendus(long lus, long rejetes, long enregistrements) {

    public static ComptesAttendus de(List<JourServi> jours) {
        long lus = 0;
        long rejetes = 0;
        long enregistrements = 0;
        for (var jour : jours) {
            var cles = new HashSet<Cle>();
            for (var extrait : Extrait.values()) {
                for (var ligne : jour.lignes(extrait)) {
                    var lue = Lecture.de(ligne, extrait);
                    lus++;
                    if (lue.quarantaine().isEmpty()) {
                        cles.add(lue.cle());
                    } else {
                        rejetes++;
                    }
                }
            }
            enregistrements += cles.size();
        }
        return new ComptesAttendus(lus, rejetes, enregistrements);
    }
}
