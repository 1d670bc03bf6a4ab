package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Etendue;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The decision as a plan needs it: sets of habilitations become sets of distinct extents, numbered. */
public final class Droits {

    private final Decision decision;
    private final List<Etendue> etendues;
    private final int[] etendueDe;

    Droits(Decision decision) {
        this.decision = decision;
        var parOctroi = IntStream.range(0, decision.actifs().size())
                .mapToObj(decision::etendue)
                .toList();
        this.etendues = parOctroi.stream().distinct().toList();
        this.etendueDe = parOctroi.stream().mapToInt(etendues::indexOf).toArray();
    }

    /** The verdict on reading. */
    public Decision.Verdict lire(Coordonnee coordonnee) {
        return decision.verdict(coordonnee, Acces.LIRE);
    }

    /** The decision itself. */
    public Decision decision() {
        return decision;
    }

    /** What the active habilitations reach, each extent once; a set of them is a set of places here. */
    public List<Etendue> etendues() {
        return etendues;
    }

    /** Place of the extent of an active habilitation. */
    public int etendueDe(int octroi) {
        return etendueDe[octroi];
    }

    /** The extents within which a verdict grants. */
    BitSet etendues(Decision.Verdict verdict) {
        var bits = new BitSet();
        verdict.portees().forEach(portee -> bits.set(etendueDe[portee.octroi()]));
        return bits;
    }

    /** The extents of the habilitations that let read any coordinate of the type: a record within one of them is visible. */
    BitSet visibles(String type) {
        return octroisQui(octroi -> litUnChampDe(octroi, type));
    }

    static boolean litUnChampDe(Octroi octroi, String type) {
        return octroi.droits().entrySet().stream()
                .anyMatch(droit -> droit.getKey().type().equals(type)
                        && droit.getValue().acces().contains(Acces.LIRE));
    }

    /** Whether one of these has no bound. */
    boolean sansBorne(BitSet bits) {
        return bits.stream().anyMatch(place -> etendues.get(place).sansBorne());
    }

    /** Whether every row within {@code interieur} is within {@code exterieur}, as far as it shows without looking at rows. */
    boolean contient(BitSet exterieur, BitSet interieur) {
        var reste = (BitSet) interieur.clone();
        reste.andNot(exterieur);
        return reste.isEmpty() || sansBorne(exterieur);
    }

    private BitSet octroisQui(Predicate<Octroi> condition) {
        var bits = new BitSet();
        for (int i = 0; i < etendueDe.length; i++) {
            if (condition.test(decision.actifs().get(i))) {
                bits.set(etendueDe[i]);
            }
        }
        return bits;
    }
}
