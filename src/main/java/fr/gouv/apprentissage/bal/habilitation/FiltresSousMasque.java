package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * FILTRER on what is granted masked only is refused when it is granted (DESIGN.md, "What rights mean": searching would undo the mask), also where one
 * habilitation grants the search and another of the same client and purpose the masked reading. They meet if on some day both are active and some row
 * could lie in both perimeters; they may meet only where a third grants the field unmasked on every such row.
 */
public final class FiltresSousMasque {

    private final List<Octroi> octrois;

    private FiltresSousMasque(List<Octroi> octrois) {
        this.octrois = octrois;
    }

    /**
     * A search that would undo a mask.
     *
     * @param cherche the habilitation that grants the search
     * @param coordonnee what it searches by
     * @param masquee the habilitation that grants the field masked only
     */
    public record Conflit(Octroi cherche, Coordonnee coordonnee, Octroi masquee) {}

    /** Every search among these that would undo a mask; a right that is masked itself is not looked at. */
    public static List<Conflit> entre(List<Octroi> octrois) {
        return new FiltresSousMasque(octrois).conflits();
    }

    private List<Conflit> conflits() {
        return octrois.stream().flatMap(this::conflits).toList();
    }

    private Stream<Conflit> conflits(Octroi cherche) {
        return cherche.droits().keySet().stream()
                .sorted()
                .filter(coordonnee -> cherche.accorde(coordonnee, Acces.FILTRER))
                .filter(coordonnee -> cherche.droits().get(coordonnee).masque() == Masque.AUCUN)
                .flatMap(coordonnee ->
                        masquee(cherche, coordonnee).stream().map(autre -> new Conflit(cherche, coordonnee, autre)));
    }

    /** An habilitation under which this one's search would undo a mask. */
    private Optional<Octroi> masquee(Octroi cherche, Coordonnee coordonnee) {
        var lisent = octrois.stream()
                .filter(octroi -> octroi.client().equals(cherche.client())
                        && octroi.finalite().equals(cherche.finalite())
                        && octroi.accorde(coordonnee, Acces.LIRE))
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
}
