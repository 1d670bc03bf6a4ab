package fr.gouv.apprentissage.bal.scellement;

import java.util.Optional;

/**
 * Where nobody was given the right over {@code bal-secrets}: epochs do not turn by themselves.
 *
 * @param pourquoi what is missing, in French
 */
record GardienAbsent(String pourquoi) implements GardienDesEpoques {

    @Override
    public Optional<String> empechement() {
        return Optional.of(pourquoi);
    }

    @Override
    public int version(byte[] enveloppe) {
        throw new ClesRefusees(Panne.DROIT_REFUSE, pourquoi);
    }

    @Override
    public void rendsPlusRecenteQue(byte[] enveloppe) {
        throw new ClesRefusees(Panne.DROIT_REFUSE, pourquoi);
    }

    @Override
    public void detruisAvant(byte[] enveloppe) {
        throw new ClesRefusees(Panne.DROIT_REFUSE, pourquoi);
    }
}
