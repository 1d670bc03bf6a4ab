package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Refuses FILTRER on what is granted masked only (DESIGN.md, "What rights mean": searching would undo the mask), also where one habilitation grants the
 * search and another of the same client and purpose the masked reading. They meet if on some day both are active and some row could lie in both
 * perimeters; they may meet only where a third grants the field unmasked on every such row.
 */
final class FiltresMasques {

    private final List<LectureHabilitation.Lue> lues;
    private final Fautes fautes;

    FiltresMasques(List<LectureHabilitation.Lue> lues, Fautes fautes) {
        this.lues = lues.stream().filter(LectureHabilitation.Lue::comparable).toList();
        this.fautes = fautes;
    }

    void verifie() {
        for (var lue : lues) {
            var octroi = lue.octroi();
            octroi.droits().keySet().stream()
                    .filter(coordonnee -> accorde(octroi, coordonnee, Acces.FILTRER))
                    .filter(coordonnee -> octroi.droits().get(coordonnee).masque() == Masque.AUCUN)
                    .forEach(coordonnee -> masquee(octroi, coordonnee)
                            .ifPresent(autre -> fautes.ajoute(
                                    lue.lignes().get(coordonnee),
                                    "FILTRER sur " + coordonnee + " : l'habilitation « " + autre.id()
                                            + " » n'accorde ce champ que masqué, chercher déferait le masque")));
        }
    }

    /** An habilitation under which this one's search would undo a mask. */
    private Optional<Octroi> masquee(Octroi cherche, Coordonnee coordonnee) {
        var lisent = lues.stream()
                .map(LectureHabilitation.Lue::octroi)
                .filter(octroi -> octroi.client().equals(cherche.client())
                        && octroi.finalite().equals(cherche.finalite())
                        && accorde(octroi, coordonnee, Acces.LIRE))
                .toList();
        Predicate<Octroi> clair = octroi -> octroi.droits().get(coordonnee).masque() == Masque.AUCUN;
        return jours(cherche, lisent).stream()
                .flatMap(jour -> lisent.stream()
                        .filter(clair.negate())
                        .filter(masque -> actif(masque, jour) && seCroisent(cherche, masque))
                        .filter(masque -> lisent.stream()
                                .filter(clair)
                                .noneMatch(autre -> actif(autre, jour) && contient(autre, cherche, masque))))
                .findFirst();
    }

    /** The days on which something begins or has just ended: between two of them nothing changes. */
    private static SortedSet<LocalDate> jours(Octroi cherche, List<Octroi> lisent) {
        var jours = new TreeSet<LocalDate>();
        jours.add(cherche.du());
        lisent.forEach(octroi -> {
            jours.add(octroi.du());
            jours.add(octroi.au().plusDays(1));
        });
        jours.removeIf(jour -> !actif(cherche, jour));
        return jours;
    }

    private static boolean seCroisent(Octroi un, Octroi autre) {
        var bornes = un.perimetre().bornes();
        var autres = autre.perimetre().bornes();
        return bornes.keySet().stream()
                        .noneMatch(cle -> autres.containsKey(cle)
                                && !deuxValeurs(cle)
                                && bornes.get(cle).stream().noneMatch(autres.get(cle)::contains))
                && !vide(un.perimetre())
                && !vide(autre.perimetre());
    }

    /** Whether every row in both is in this one too. */
    private static boolean contient(Octroi contenant, Octroi un, Octroi autre) {
        var bornes = un.perimetre().bornes();
        var autres = autre.perimetre().bornes();
        return contenant.perimetre().bornes().entrySet().stream().allMatch(borne -> {
            var cle = borne.getKey();
            var permises = borne.getValue();
            if (bornes.containsKey(cle) && permises.containsAll(bornes.get(cle))
                    || autres.containsKey(cle) && permises.containsAll(autres.get(cle))) {
                return true;
            }
            return bornes.containsKey(cle)
                    && autres.containsKey(cle)
                    && !deuxValeurs(cle)
                    && bornes.get(cle).stream()
                            .filter(autres.get(cle)::contains)
                            .allMatch(permises::contains);
        });
    }

    /** A record has two organismes: it can be in two lists that share none. */
    private static boolean deuxValeurs(String cle) {
        return cle.equals("organismes");
    }

    private static boolean vide(Perimetre perimetre) {
        return perimetre.bornes().values().stream().anyMatch(List::isEmpty);
    }

    private static boolean actif(Octroi octroi, LocalDate jour) {
        return !jour.isBefore(octroi.du()) && !jour.isAfter(octroi.au());
    }

    private static boolean accorde(Octroi octroi, Coordonnee coordonnee, Acces acces) {
        return octroi.droits().containsKey(coordonnee)
                && octroi.droits().get(coordonnee).acces().contains(acces);
    }
}
