package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Episode.Nature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What DECA says of the contracts of a seed, day after day. It holds nothing: each day is made when it is asked for, in a time that grows
 * with the contracts of the forty days before it.
 */
public final class Monde implements SourceDeca {

    private static final LocalDate DEBUT_DE_DECA = LocalDate.of(2022, 6, 7);
    private static final int CONTRATS_PAR_JOUR_DEMO = 50;
    private static final int INIDENTIFIABLES_POUR_MILLE = 6;

    private final long graine;
    private final LocalDate premierJour;
    private final int jours;
    private final long contrats;
    private final ReferentielDemo referentiel;
    private final FicheContrat fiches;

    /**
     * A bounded world.
     *
     * @param graine seed
     * @param premierJour first day on which anything is said
     * @param jours how many days, at least 1
     * @param contrats how many contracts are spoken of in those days
     */
    public Monde(long graine, LocalDate premierJour, int jours, long contrats) {
        if (jours < 1 || contrats < 0) {
            throw new IllegalArgumentException("jours >= 1, contrats >= 0");
        }
        this.graine = graine;
        this.premierJour = premierJour;
        this.jours = jours;
        this.contrats = contrats;
        this.referentiel = new ReferentielDemo(graine);
        this.fiches = new FicheContrat(graine, referentiel);
    }

    /**
     * The world of the demo: 50 new contracts a day, from the first day of DECA on, for as long as it runs. A day is the same whenever it is
     * asked for, so that data kept between two starts stay true.
     */
    public static Monde deDemonstration(long graine) {
        int jours = 100 * 365;
        return new Monde(graine, DEBUT_DE_DECA, jours, (long) CONTRATS_PAR_JOUR_DEMO * jours);
    }

    /** First day on which anything is said. */
    public LocalDate premierJour() {
        return premierJour;
    }

    /** Last day on which anything is said. */
    public LocalDate dernierJour() {
        return premierJour.plusDays(jours - 1L);
    }

    /** The training organisations and diplomas that the contracts name. */
    public ReferentielDemo referentiel() {
        return referentiel;
    }

    @Override
    public List<JsonNode> lignes(Extrait extrait, LocalDate jour) {
        var lignes = new ArrayList<JsonNode>();
        var reprises = new ArrayList<JsonNode>();
        for (var cohorte = premiereCohorte(jour); !cohorte.isAfter(jour); cohorte = cohorte.plusDays(1)) {
            int nombre = contratsDe(cohorte);
            for (int rang = 0; rang < nombre; rang++) {
                parle(new Place(cohorte, rang, nombre), extrait, jour, lignes, reprises);
            }
        }
        if (extrait == Extrait.TBA) {
            Collections.reverse(lignes);
        }
        lignes.addAll(reprises);
        return List.copyOf(lignes);
    }

    private LocalDate premiereCohorte(LocalDate jour) {
        if (jour.isAfter(dernierJour())) {
            return jour.plusDays(1);
        }
        var passee = jour.minusDays(Vie.DUREE_MAXIMALE);
        return passee.isBefore(premierJour) ? premierJour : passee;
    }

    private int contratsDe(LocalDate cohorte) {
        long n = cohorte.toEpochDay() - premierJour.toEpochDay();
        return (int) (contrats * (n + 1) / jours - contrats * n / jours);
    }

    private void parle(Place place, Extrait extrait, LocalDate jour, List<JsonNode> lignes, List<JsonNode> reprises) {
        var episodes = Vie.de(graine, place, dernierJour());
        for (int i = 0; i < episodes.size(); i++) {
            var episode = episodes.get(i);
            if (episode.jour().equals(jour) && episode.portee().concerne(extrait)) {
                dit(place, episodes.subList(0, i + 1), extrait, lignes, reprises);
            }
        }
    }

    private void dit(
            Place place, List<Episode> passe, Extrait extrait, List<JsonNode> lignes, List<JsonNode> reprises) {
        var episode = passe.get(passe.size() - 1);
        var fiche = etat(place, passe);
        var h = Hasard.de(graine, 11, place.cohorte().toEpochDay(), place.rang(), passe.size(), extrait.ordinal());
        if (episode.nature() == Nature.DOUBLON) {
            reprises.add(ligne(fiche, extrait, h));
            Suite.autrement(fiche, episode.nature(), h);
        } else if (episode.nature() == Nature.DESACCORD && extrait == Extrait.LBA) {
            Suite.autrement(fiche, episode.nature(), h);
        }
        var ligne = ligne(fiche, extrait, h);
        lignes.add(ligne);
        if (h.surMille(INIDENTIFIABLES_POUR_MILLE)) {
            var mauvaise = Defauts.inidentifiable(ligne, h);
            lignes.add(mauvaise);
            if (h.surMille(200)) {
                reprises.add(mauvaise);
            }
        }
    }

    private static ObjectNode ligne(ObjectNode fiche, Extrait extrait, Hasard h) {
        var ligne = VueExtrait.de(fiche, extrait, h);
        Defauts.abime(ligne, h);
        return ligne;
    }

    private ObjectNode etat(Place place, List<Episode> passe) {
        var fiche = fiches.aLaCreation(place, passe.get(0).jour());
        var personne = fiches.personne(place);
        for (int i = 0; i < passe.size(); i++) {
            var h = Hasard.de(graine, 10, place.cohorte().toEpochDay(), place.rang(), i);
            Suite.applique(fiche, passe.get(i), personne, h);
        }
        return fiche;
    }
}
