package fr.gouv.apprentissage.bal.scellement;

import java.util.ArrayList;
import java.util.List;

/** Any holder, whose answers are taken down (turned over, so that taking down is no leak) and which can be cut off, or made to refuse. */
final class DetenteurEcoute implements KeyHolder {

    enum Humeur {
        REPOND,
        HORS_D_ATTEINTE,
        REFUSE
    }

    private final KeyHolder detenteur;
    private final List<byte[]> retournees = new ArrayList<>();
    private volatile Humeur humeur = Humeur.REPOND;

    DetenteurEcoute(KeyHolder detenteur) {
        this.detenteur = detenteur;
    }

    void devient(Humeur nouvelle) {
        humeur = nouvelle;
    }

    /** What was unwrapped, each byte turned over. */
    List<byte[]> retournees() {
        return retournees;
    }

    @Override
    public byte[] nouvelle(CleMaitresse maitresse) {
        repond();
        return detenteur.nouvelle(maitresse);
    }

    @Override
    public byte[] deballe(CleMaitresse maitresse, byte[] enveloppe) {
        repond();
        var octets = detenteur.deballe(maitresse, enveloppe);
        retournees.add(ImageMemoire.retourne(octets));
        return octets;
    }

    @Override
    public List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes) {
        repond();
        return detenteur.renveloppe(maitresse, enveloppes);
    }

    private void repond() {
        if (humeur == Humeur.HORS_D_ATTEINTE) {
            throw new ClesIndisponibles("coupé par le test");
        }
        if (humeur == Humeur.REFUSE) {
            throw new ClesRefusees("refusé par le test");
        }
    }
}
