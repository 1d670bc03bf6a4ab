package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.personne.suppression.SuppressionStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Table {@code effacement}, with the marks of each. Blocks. */
final class EffacementStore {

    private final SuppressionStore suppressions = new SuppressionStore();

    /** Writes an erasure down, with its marks if they have not ended on that day. */
    void inscris(SqlConnection connexion, EffacementSigne signe, LocalDate jour) {
        var effacement = signe.effacement();
        connexion
                .preparedQuery("insert into effacement"
                        + " (id, le, enregistrements, jetons, motif, fin, marques, cle, signature)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .executeAndAwait(Tuple.tuple()
                        .addValue(effacement.id())
                        .addValue(effacement.le().atOffset(ZoneOffset.UTC))
                        .addValue(effacement.enregistrements().toArray(Long[]::new))
                        .addValue(effacement.effaces().stream()
                                .map(un -> un.jeton().orElse(null))
                                .toArray(UUID[]::new))
                        .addValue(Buffer.buffer(effacement.motif()))
                        .addValue(effacement.fin())
                        .addValue(Buffer.buffer(effacement.empreinteDesMarques()))
                        .addValue(signe.cle())
                        .addValue(Buffer.buffer(signe.signature())));
        if (!effacement.fin().isBefore(jour)) {
            suppressions.inscris(connexion, effacement.id(), effacement.marques(), effacement.fin());
        }
    }

    /** The ids of the erasures that this database has. */
    Set<UUID> connus(SqlClient client) {
        var ids = new HashSet<UUID>();
        client.preparedQuery("select id from effacement")
                .executeAndAwait(Tuple.tuple())
                .forEach(ligne -> ids.add(ligne.getUUID(0)));
        return ids;
    }

    /** The erasures that this database has, in the order of their times. */
    List<EffacementSigne> tous(SqlClient client) {
        var lus = new ArrayList<Row>();
        client.preparedQuery("select * from effacement order by le, id")
                .executeAndAwait(Tuple.tuple())
                .forEach(lus::add);
        return lus.stream().map(ligne -> signe(client, ligne)).toList();
    }

    private EffacementSigne signe(SqlClient client, Row ligne) {
        var id = ligne.getUUID("id");
        var enregistrements = ligne.getArrayOfLongs("enregistrements");
        var jetons = ligne.getArrayOfUUIDs("jetons");
        var effaces = new ArrayList<Effacement.Efface>();
        for (var rang = 0; rang < enregistrements.length; rang++) {
            effaces.add(new Effacement.Efface(enregistrements[rang], Optional.ofNullable(jetons[rang])));
        }
        var effacement = new Effacement(
                id,
                ligne.get(OffsetDateTime.class, "le").toInstant(),
                effaces,
                ligne.getBuffer("motif").getBytes(),
                ligne.getLocalDate("fin"),
                ligne.getBuffer("marques").getBytes(),
                suppressions.de(client, id));
        return new EffacementSigne(
                effacement, ligne.getString("cle"), ligne.getBuffer("signature").getBytes());
    }
}
