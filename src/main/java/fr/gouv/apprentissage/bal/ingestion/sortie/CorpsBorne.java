package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which no more is read than was agreed: a bomb is cut, however small it was on its way. */
final class CorpsBorne extends FilterInputStream {

    /** More came than an answer of that source may have. */
    static final class TropGrand extends IOException {

        private static final long serialVersionUID = 1L;

        TropGrand() {
            super("réponse trop grande");
        }
    }

    private long reste;

    CorpsBorne(InputStream corps, long taille) {
        super(corps);
        this.reste = taille;
    }

    @Override
    public int read() throws IOException {
        int lu = super.read();
        compte(lu < 0 ? 0 : 1);
        return lu;
    }

    @Override
    public int read(byte[] octets, int debut, int longueur) throws IOException {
        int lus = super.read(octets, debut, longueur);
        compte(Math.max(0, lus));
        return lus;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void compte(int lus) throws TropGrand {
        reste -= lus;
        if (reste < 0) {
            throw new TropGrand();
        }
    }
}
