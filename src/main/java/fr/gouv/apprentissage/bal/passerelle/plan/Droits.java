package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** The decision as a plan needs it: sets of habilitations become sets of distinct perimeters, numbered. */
public final class Droits {

    private final Decision decision;
    private final List<Perimetre> perimetres;
    private final int[] perimetreDe;

    Droits(Decision decision) {
        this.decision = decision;
        this.perimetres =
                decision.actifs().stream().map(Octroi::perimetre).distinct().toList();
        this.perimetreDe = decision.actifs().stream()
                .mapToInt(octroi -> perimetres.indexOf(octroi.perimetre()))
                .toArray();
    }

    /** The verdict on reading. */
    public Decision.Verdict lire(Coordonnee coordonnee) {
        return decision.verdict(coordonnee, Acces.LIRE);
    }

    /** The decision itself. */
    public Decision decision() {
        return decision;
    }

    /** The distinct perimeters of the active habilitations; a set of them is a set of places here. */
    public List<Perimetre> perimetres() {
        return perimetres;
    }

    /** Place of the perimeter of an active habilitation. */
    public int perimetreDe(int octroi) {
        return perimetreDe[octroi];
    }

    /** The perimeters within which a verdict grants. */
    BitSet perimetres(Decision.Verdict verdict) {
        var bits = new BitSet();
        verdict.portees().forEach(portee -> bits.set(perimetreDe[portee.octroi()]));
        return bits;
    }

    /** The perimeters of the habilitations that let read any coordinate of the type: a record within one of them is visible. */
    BitSet visibles(String type) {
        return octroisQui(octroi -> litUnChampDe(octroi, type));
    }

    static boolean litUnChampDe(Octroi octroi, String type) {
        return octroi.droits().entrySet().stream()
                .anyMatch(droit -> droit.getKey().type().equals(type)
                        && droit.getValue().acces().contains(Acces.LIRE));
    }

    /** Whether one of these perimeters has no bound. */
    boolean sansBorne(BitSet bits) {
        return bits.stream().anyMatch(place -> perimetres.get(place).equals(Perimetre.SANS_BORNE));
    }

    /** Whether every row within {@code interieur} is within {@code exterieur}, as far as it shows without looking at rows. */
    boolean contient(BitSet exterieur, BitSet interieur) {
        var reste = (BitSet) interieur.clone();
        reste.andNot(exterieur);
        return reste.isEmpty() || sansBorne(exterieur);
    }

    private BitSet octroisQui(Predicate<Octroi> condition) {
        var bits = new BitSet();
        for (int i = 0; i < perimetreDe.length; i++) {
            if (condition.test(decision.actifs().get(i))) {
                bits.set(perimetreDe[i]);
            }
        }
        return bits;
    }
}
