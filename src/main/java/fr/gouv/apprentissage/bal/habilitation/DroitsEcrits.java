package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rights as a person writes them, held against the catalogue: {@code Type.*} is every coordinate of the type that is not personal, as of the day it is
 * read; a coordinate that is named overrides it.
 *
 * @param droits by coordinate, {@code *} expanded; one with no access is not there
 * @param cles the key that grants each coordinate
 * @param fautes what cannot be granted; empty: the rights may be taken
 */
public record DroitsEcrits(Map<Coordonnee, Droit> droits, Map<Coordonnee, String> cles, List<Faute> fautes) {

    public DroitsEcrits {
        droits = Map.copyOf(droits);
        cles = Map.copyOf(cles);
        fautes = List.copyOf(fautes);
    }

    /** What can be wrong with a right. */
    public enum Genre {
        /** No field that needs a right has this name. */
        COORDONNEE_INCONNUE,
        /** The mask leaves nothing of such a value. */
        MASQUE_INADAPTE,
        /** Searching would undo the mask. */
        FILTRE_MASQUE
    }

    /**
     * What is wrong with a right.
     *
     * @param cle key as it is written
     */
    public record Faute(String cle, Genre genre) {}

    /** Reads rights by key. */
    public static DroitsEcrits lis(Catalogue catalogue, Map<String, Droit> ecrits) {
        var lecture = new Lecture(catalogue);
        ecrits.forEach(lecture::lis);
        var droits = new TreeMap<>(lecture.etoiles);
        droits.putAll(lecture.nommes);
        droits.values().removeIf(droit -> droit.acces().isEmpty());
        return new DroitsEcrits(droits, lecture.cles, lecture.fautes);
    }

    private static final class Lecture {

        private final Catalogue catalogue;
        private final Map<Coordonnee, Droit> etoiles = new TreeMap<>();
        private final Map<Coordonnee, Droit> nommes = new TreeMap<>();
        private final Map<Coordonnee, String> cles = new TreeMap<>();
        private final List<Faute> fautes = new ArrayList<>();

        private Lecture(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        private void lis(String cle, Droit droit) {
            if (cle.endsWith(".*")) {
                etoile(cle, droit);
                return;
            }
            var champ = declare(cle);
            if (champ.isEmpty()) {
                fautes.add(new Faute(cle, Genre.COORDONNEE_INCONNUE));
                return;
            }
            if (!droit.masque().convient(champ.get())) {
                fautes.add(new Faute(cle, Genre.MASQUE_INADAPTE));
            }
            if (droit.masque() != Masque.AUCUN && droit.acces().contains(Acces.FILTRER)) {
                fautes.add(new Faute(cle, Genre.FILTRE_MASQUE));
            }
            nommes.put(champ.get().coordonnee(), droit);
            cles.put(champ.get().coordonnee(), cle);
        }

        private void etoile(String cle, Droit droit) {
            var duType = catalogue.duType(cle.substring(0, cle.length() - 2));
            if (duType.isEmpty()) {
                fautes.add(new Faute(cle, Genre.COORDONNEE_INCONNUE));
            }
            if (droit.masque() != Masque.AUCUN) {
                fautes.add(new Faute(cle, Genre.MASQUE_INADAPTE));
            }
            duType.stream().filter(champ -> !champ.personnel()).forEach(champ -> {
                etoiles.put(champ.coordonnee(), droit);
                cles.putIfAbsent(champ.coordonnee(), cle);
            });
        }

        private Optional<ChampDeclare> declare(String cle) {
            try {
                return catalogue.champ(Coordonnee.lis(cle));
            } catch (IllegalArgumentException malFormee) {
                return Optional.empty();
            }
        }
    }
}
