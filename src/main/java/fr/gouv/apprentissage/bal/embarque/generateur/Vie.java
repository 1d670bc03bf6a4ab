package fr.gouv.apprentissage.bal.embarque.generateur;

import fr.gouv.apprentissage.bal.embarque.generateur.Episode.Nature;
import fr.gouv.apprentissage.bal.embarque.generateur.Episode.Portee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days on which DECA speaks of a contract. */
final class Vie {

    /** A contract is spoken of for the last time at most so many days after its cohort. */
    static final int DUREE_MAXIMALE = 40;

    private static final List<Nature> SUITES = List.of(
            Nature.RUPTURE,
            Nature.RUPTURE,
            Nature.RUPTURE,
            Nature.CORRECTION,
            Nature.CORRECTION,
            Nature.CONTACT,
            Nature.CONTACT,
            Nature.VIDE,
            Nature.NOM_CHANGE,
            Nature.FIN,
            Nature.DESACCORD,
            Nature.DESACCORD,
            Nature.DOUBLON,
            Nature.SUPPRESSION,
            Nature.ANNULATION);

    private Vie() {}

    /**
     * The episodes of a contract in their order, two never on one day.
     *
     * @param dernierJour nothing is said after it; a first mention that would be later is on it
     */
    static List<Episode> de(long graine, Place place, LocalDate dernierJour) {
        var h = place.hasard(graine, 6);
        var premier = place.cohorte()
                .plusDays(place.ordre() == 0 ? 0 : h.entre(place.ordre() == 1 ? 0 : 6, place.ordre() * 6));
        var jour = premier.isAfter(dernierJour) ? dernierJour : premier;
        var episodes = new ArrayList<Episode>(4);
        int sort = h.entier(100);
        boolean enRetard = sort >= 84 && sort < 88;
        var portee = sort < 84 ? Portee.LES_DEUX : sort < 94 ? Portee.LBA_SEUL : Portee.TBA_SEUL;
        episodes.add(new Episode(jour, Nature.CREATION, portee));
        if (enRetard) {
            jour = jour.plusDays(h.entre(1, 2));
            ajoute(episodes, new Episode(jour, Nature.RETARD, Portee.TBA_SEUL), dernierJour);
            portee = Portee.LES_DEUX;
        }
        int suites = h.surMille(350) ? h.entre(1, 3) : 0;
        for (int i = 0; i < suites; i++) {
            jour = jour.plusDays(h.entre(1, 8));
            var nature = suite(episodes.get(episodes.size() - 1).nature(), h);
            ajoute(
                    episodes,
                    new Episode(jour, nature, portee == Portee.LES_DEUX ? portee(nature, h) : portee),
                    dernierJour);
        }
        return episodes;
    }

    private static Nature suite(Nature precedente, Hasard h) {
        return precedente == Nature.RUPTURE && h.surMille(500) ? Nature.RETRAIT_RUPTURE : h.parmi(SUITES);
    }

    private static Portee portee(Nature nature, Hasard h) {
        if (nature == Nature.DESACCORD || h.surMille(650)) {
            return Portee.LES_DEUX;
        }
        return h.surMille(500) ? Portee.LBA_SEUL : Portee.TBA_SEUL;
    }

    private static void ajoute(List<Episode> episodes, Episode episode, LocalDate dernierJour) {
        if (!episode.jour().isAfter(dernierJour)) {
            episodes.add(episode);
        }
    }
}
