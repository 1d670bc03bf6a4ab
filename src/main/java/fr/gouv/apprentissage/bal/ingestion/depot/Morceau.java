package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.Canonique;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import java.nio.ByteBuffer;

/**
 * A piece of a file. It bears its rank within the seal, so that pieces cannot change places.
 *
 * @param rang from 0
 * @param octets what it holds
 */
record Morceau(int rang, byte[] octets) {

    /** Most bytes of a piece. */
    static final int TAILLE = 256 * 1024;

    /** Numbers from 900 on are ingestion's own: fields of no type of the schema. */
    static final ChampScelle<Morceau> CHAMP = new ChampScelle<>(901, Classe.CONTACT, new Forme());

    /** Nothing of it shows. */
    @Override
    public String toString() {
        return "Morceau[" + rang + "]";
    }

    private static final class Forme implements Canonique<Morceau> {

        @Override
        public byte[] octets(Morceau morceau) {
            return ByteBuffer.allocate(Integer.BYTES + morceau.octets().length)
                    .putInt(morceau.rang())
                    .put(morceau.octets())
                    .array();
        }

        @Override
        public Morceau lis(byte[] octets) {
            if (octets.length < Integer.BYTES) {
                throw new ValeurAlteree("morceau de fichier sans rang");
            }
            var lus = ByteBuffer.wrap(octets);
            var rang = lus.getInt();
            var contenu = new byte[lus.remaining()];
            lus.get(contenu);
            return new Morceau(rang, contenu);
        }
    }
}
