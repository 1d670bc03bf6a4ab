package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One batch of values of a class on their way to its current version: seals again, and remembers how many did and whose did not open. */
public final class Rescellement {

    private final Scellement scellement;
    private final Classe classe;
    private final int version;
    private final List<Long> illisibles = new ArrayList<>();
    private long valeurs;

    /** @param version the version in use, which is imposed */
    public Rescellement(Scellement scellement, Classe classe, int version) {
        this.scellement = scellement;
        this.classe = classe;
        this.version = version;
    }

    /** The class whose values are sealed again. */
    public Classe classe() {
        return classe;
    }

    /** The version under which they should stand. */
    public int version() {
        return version;
    }

    /**
     * The secret of a record, read from its table; empty when it is gone or does not unwrap: nothing of the record opens, ever.
     *
     * @throws ClesIndisponibles when the key of its epoch is away
     */
    public Optional<CleEnregistrement> cle(long enregistrement, Integer epoque, byte[] enveloppe) {
        try {
            return epoque == null ? Optional.empty() : Optional.of(scellement.cle(enregistrement, epoque, enveloppe));
        } catch (ValeurAlteree secret) {
            return Optional.empty();
        }
    }

    /** Whether a value is one to seal again: of the class, or of a field that nobody declares, and under another version. */
    public boolean concerne(Optional<ChampScelle<?>> champ, byte[] stocke) {
        return champ.map(ChampScelle::classe).orElse(classe) == classe && FormatV1.version(stocke) != version;
    }

    /**
     * A value of a record, sealed anew; as it was when it is none of these, or does not open, which is noted.
     *
     * @param cle the record's secret; empty when there is none that serves
     * @param champ the field; empty when nobody declares it
     * @throws ClesIndisponibles when keys are away
     */
    public byte[] rescelle(
            long enregistrement, Optional<CleEnregistrement> cle, Optional<ChampScelle<?>> champ, byte[] stocke) {
        if (!concerne(champ, stocke)) {
            return stocke;
        }
        if (cle.isPresent() && champ.isPresent()) {
            try {
                var autorisation = Autorisation.deTraitement(
                        Traitement.ROTATION_DE_CLE, List.of(champ.get().numero()));
                var nouvelle = scellement.rescelle(autorisation, cle.get(), champ.get(), stocke);
                valeurs += nouvelle == stocke ? 0 : 1;
                return nouvelle;
            } catch (ValeurAlteree alteree) {
                illisibles.add(enregistrement);
                return stocke;
            }
        }
        illisibles.add(enregistrement);
        return stocke;
    }

    /** The version of the class key that a stored value names; 0 when its format is unknown. */
    public static long version(byte[] stocke) {
        return FormatV1.version(stocke);
    }

    /** How many values were sealed again until now. */
    public long valeurs() {
        return valeurs;
    }

    /** Records of which a value did not open until now, once for each value. */
    public List<Long> illisibles() {
        return List.copyOf(illisibles);
    }
}
