package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.Tete;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The functions on checkpoints that the append-only role may call (V9__journal_chaine.sql). */
final class JalonStore {

    private final Pool pool;

    JalonStore(Pool pool) {
        this.pool = pool;
    }

    /** Closes what is open, where the last checkpoint is at least so old; empty: nothing to do, or another process does it. */
    Uni<Optional<JalonSigne>> pose(Duration age, Function<Jalon, Uni<JalonSigne>> signature) {
        return pool.withTransaction(connexion -> connexion
                .preparedQuery("select numero, le, precedent, chaines, rangs, empreintes from journal.a_jalonner($1)")
                .execute(Tuple.of(age.toMillis()))
                .chain(lues -> lues.size() == 0
                        ? Uni.createFrom().item(Optional.<JalonSigne>empty())
                        : signature.apply(jalon(lues.iterator().next())).chain(signe -> ecris(connexion, signe)
                                .replaceWith(Optional.of(signe)))));
    }

    /** Hands over, in order, what the witness lacks, up to so many; how many it took. */
    Uni<Integer> remets(int nombre, Function<JalonSigne, Uni<Boolean>> remise) {
        return pool.withTransaction(connexion -> connexion
                .preparedQuery("select numero, le, precedent, chaines, rangs, empreintes, empreinte, cle, signature"
                        + " from journal.a_remettre($1)")
                .execute(Tuple.of(nombre))
                .chain(lues -> suivant(
                        connexion,
                        StreamSupport.stream(lues.spliterator(), false)
                                .map(JalonStore::signe)
                                .toList(),
                        0,
                        remise)));
    }

    Uni<Long> enRetard() {
        return pool.query("select journal.en_retard()")
                .execute()
                .map(lues -> lues.iterator().next().getLong(0));
    }

    private static Uni<Integer> suivant(
            SqlConnection connexion, List<JalonSigne> jalons, int rang, Function<JalonSigne, Uni<Boolean>> remise) {
        if (rang == jalons.size()) {
            return Uni.createFrom().item(rang);
        }
        var jalon = jalons.get(rang);
        return remise.apply(jalon)
                .chain(pris -> pris
                        ? connexion
                                .preparedQuery("select journal.remis($1)")
                                .execute(Tuple.of(jalon.jalon().numero()))
                                .chain(rien -> suivant(connexion, jalons, rang + 1, remise))
                        : Uni.createFrom().item(rang));
    }

    private static Uni<RowSet<Row>> ecris(SqlConnection connexion, JalonSigne signe) {
        var jalon = signe.jalon();
        var tetes = jalon.tetes();
        return connexion
                .preparedQuery("select journal.jalonne($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .execute(Tuple.tuple()
                        .addLong(jalon.numero())
                        .addOffsetDateTime(jalon.le().atOffset(ZoneOffset.UTC))
                        .addBuffer(tampon(jalon.precedent()))
                        .addArrayOfUUID(tetes.stream().map(Tete::chaine).toArray(UUID[]::new))
                        .addArrayOfLong(tetes.stream().map(Tete::rang).toArray(Long[]::new))
                        .addValue(tetes.stream()
                                .map(tete -> Buffer.buffer(tete.empreinte()))
                                .toArray(Buffer[]::new))
                        .addBuffer(tampon(signe.empreinte()))
                        .addString(signe.cle())
                        .addBuffer(tampon(signe.signature())));
    }

    private static Jalon jalon(Row ligne) {
        var chaines = ligne.getArrayOfUUIDs(3);
        var rangs = ligne.getArrayOfLongs(4);
        var empreintes = ligne.getDelegate().getArrayOfBuffers(5);
        var tetes = new ArrayList<Tete>();
        for (int i = 0; i < chaines.length; i++) {
            tetes.add(new Tete(chaines[i], rangs[i], empreintes[i].getBytes()));
        }
        return new Jalon(ligne.getLong(0), ligne.getOffsetDateTime(1).toInstant(), octets(ligne, 2), tetes);
    }

    private static JalonSigne signe(Row ligne) {
        return new JalonSigne(jalon(ligne), octets(ligne, 6), ligne.getString(7), octets(ligne, 8));
    }

    private static byte[] octets(Row ligne, int place) {
        return ligne.getDelegate().getBuffer(place).getBytes();
    }

    private static io.vertx.mutiny.core.buffer.Buffer tampon(byte[] octets) {
        return new io.vertx.mutiny.core.buffer.Buffer(Buffer.buffer(octets));
    }
}
