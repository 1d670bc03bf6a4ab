package fr.gouv.apprentissage.bal.scellement;

import java.util.BitSet;
import java.util.Collection;

/**
 * What opening asks for: the fields that may be opened. Only a decision of {@code habilitation} makes one for a client
 * ({@link #deDecision}, held by a test); a named internal processing has its own ({@link #deTraitement}).
 */
public final class Autorisation {

    private final BitSet champs;
    private final String motif;

    private Autorisation(BitSet champs, String motif) {
        this.champs = champs;
        this.motif = motif;
    }

    /** For a client, as a decision has it: these field numbers. */
    public static Autorisation deDecision(Collection<Integer> numeros, String motif) {
        var champs = new BitSet();
        numeros.forEach(champs::set);
        return new Autorisation(champs, motif);
    }

    /** For an internal processing: the fields that it names. */
    public static Autorisation deTraitement(Traitement traitement, Collection<Integer> numeros) {
        return deDecision(numeros, traitement.name());
    }

    /** Whether the field of this number may be opened. */
    public boolean couvre(int numero) {
        return champs.get(numero);
    }

    /** On what ground: the habilitations or the processing. */
    public String motif() {
        return motif;
    }
}
