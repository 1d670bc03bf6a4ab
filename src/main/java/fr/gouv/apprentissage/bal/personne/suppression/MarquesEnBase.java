package fr.gouv.apprentissage.bal.personne.suppression;

import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** Marks as tables hold them, in five columns: {@code genre, version, empreinte, sexe, departement}. */
public final class MarquesEnBase {

    private MarquesEnBase() {}

    /** The mark of a row. */
    public static Marque lis(Row ligne) {
        return new Marque(
                GenreMarque.deNumero(ligne.getInteger("genre")),
                ligne.getInteger("version"),
                octets(ligne, "empreinte"),
                octets(ligne, "sexe"),
                octets(ligne, "departement"));
    }

    /** Adds five arrays, of smallint, int and three times bytea. */
    public static Tuple ajoute(Tuple parametres, List<Marque> marques) {
        return parametres
                .addValue(marques.stream()
                        .map(une -> (short) une.genre().numero())
                        .toArray(Short[]::new))
                .addValue(marques.stream().map(Marque::version).toArray(Integer[]::new))
                .addValue(marques.stream().map(une -> tampon(une.empreinte())).toArray(Buffer[]::new))
                .addValue(marques.stream().map(une -> tampon(une.sexe())).toArray(Buffer[]::new))
                .addValue(marques.stream().map(une -> tampon(une.departement())).toArray(Buffer[]::new));
    }

    private static byte[] octets(Row ligne, String nom) {
        var tampon = ligne.getBuffer(nom);
        return tampon == null ? null : tampon.getBytes();
    }

    private static Buffer tampon(byte[] octets) {
        return octets == null ? null : Buffer.buffer(octets);
    }
}
