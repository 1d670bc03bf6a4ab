package fr.gouv.apprentissage.bal.rotation;

import static fr.gouv.apprentissage.bal.rotation.SuiviDeTravaux.OUVERTE;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables {@code rotation} and {@code rotation_illisible}, within the caller's transaction. */
final class RotationStore {

    private final SuiviDeTravaux suivi = new SuiviDeTravaux("rotation");

    /** What it has in common with other jobs. */
    SuiviDeTravaux suivi() {
        return suivi;
    }

    /** Asks for a job unless one is open for the class or knows the version. */
    void demande(SqlConnection connexion, Classe classe, int version, OffsetDateTime le) {
        connexion
                .preparedQuery("insert into rotation (classe, version, etat, demandee_le)"
                        + " values ($1, $2, 'EN_ATTENTE', $3) on conflict do nothing")
                .executeAndAwait(Tuple.of(classe.name(), version, le));
    }

    /** The jobs that are not over, the one that began or was asked for first in front. */
    List<Rotation> ouvertes(SqlConnection connexion) {
        return rotations(connexion, "where " + OUVERTE + " order by commencee_le nulls last, id", Tuple.tuple());
    }

    /** The newest first. */
    List<Rotation> toutes(SqlConnection connexion, int nombre) {
        return rotations(connexion, "order by id desc limit $1", Tuple.of(nombre));
    }

    Optional<Rotation> derniere(SqlConnection connexion, Classe classe) {
        return rotations(connexion, "where classe = $1 order by id desc limit 1", Tuple.of(classe.name())).stream()
                .findFirst();
    }

    /** The newest of each class. */
    List<Rotation> dernieres(SqlConnection connexion) {
        return rotations(connexion, "where id in (select max(id) from rotation group by classe)", Tuple.tuple());
    }

    /** Locks an open job; empty when it is over, or another process is at it. */
    Optional<Rotation> tiens(SqlConnection connexion, long id) {
        return rotations(connexion, "where id = $1 and " + OUVERTE + " for update skip locked", Tuple.of(id)).stream()
                .findFirst();
    }

    /** How long until the next batch may go, by the database's clock. */
    Duration pause(SqlConnection connexion, long id) {
        return Duration.ofMillis(connexion
                .preparedQuery(
                        "select greatest(0, ceil(extract(epoch from prochain_lot_le - clock_timestamp()) * 1000))"
                                + "::bigint from rotation where id = $1")
                .executeAndAwait(Tuple.of(id))
                .iterator()
                .next()
                .getLong(0));
    }

    /** A job that failed is to go again, from the beginning. */
    void reprends(SqlConnection connexion, long id) {
        connexion
                .preparedQuery("update rotation set etat = 'EN_ATTENTE', motif = null, commencee_le = null,"
                        + " terminee_le = null, faits = 0, illisibles = 0 where id = $1 and etat = 'ECHOUEE'")
                .executeAndAwait(Tuple.of(id));
    }

    void commence(SqlConnection connexion, long id, long total, String lieu, OffsetDateTime le) {
        connexion
                .preparedQuery("update rotation set etat = 'EN_COURS', motif = null, commencee_le = $2, total = $3,"
                        + " faits = 0, passe = 0 where id = $1")
                .executeAndAwait(Tuple.of(id, le, total));
        passe(connexion, id, lieu, Duration.ZERO);
    }

    /** Starts a pass through all places. */
    void passe(SqlConnection connexion, long id, String lieu, Duration pause) {
        connexion
                .preparedQuery("update rotation set passe = passe + 1, illisibles = 0, lieu = $2, position = null,"
                        + " prochain_lot_le = clock_timestamp() + $3 * interval '1 millisecond' where id = $1")
                .executeAndAwait(Tuple.of(id, lieu, pause.toMillis()));
        connexion
                .preparedQuery("delete from rotation_illisible where rotation = $1")
                .executeAndAwait(Tuple.of(id));
    }

    /** A batch is done: in its own transaction, so that one which was killed never was. */
    void avance(
            SqlConnection connexion,
            Rotation rotation,
            String lieu,
            LieuScelle.Lot lot,
            Optional<Rotation.Place> suite,
            Duration pause) {
        connexion
                .preparedQuery("update rotation set etat = 'EN_COURS', motif = null, faits = faits + $2,"
                        + " illisibles = illisibles + $3, lieu = $4, position = $5,"
                        + " prochain_lot_le = clock_timestamp() + $6 * interval '1 millisecond' where id = $1")
                .executeAndAwait(Tuple.tuple()
                        .addLong(rotation.id())
                        .addLong(lot.valeurs())
                        .addLong((long) lot.illisibles().size())
                        .addString(suite.map(Rotation.Place::lieu).orElse(null))
                        .addString(suite.flatMap(Rotation.Place::position).orElse(null))
                        .addLong(pause.toMillis()));
        if (!lot.illisibles().isEmpty()) {
            connexion
                    .preparedQuery("insert into rotation_illisible (rotation, lieu, enregistrement)"
                            + " select $1, $2, unnest($3::bigint[]) on conflict do nothing")
                    .executeAndAwait(
                            Tuple.of(rotation.id(), lieu, lot.illisibles().toArray(Long[]::new)));
        }
    }

    private static List<Rotation> rotations(SqlConnection connexion, String lesquelles, Tuple parametres) {
        var rotations = new ArrayList<Rotation>();
        connexion
                .preparedQuery("select * from rotation " + lesquelles)
                .executeAndAwait(parametres)
                .forEach(ligne -> rotations.add(rotation(ligne)));
        return rotations;
    }

    private static Rotation rotation(Row ligne) {
        return new Rotation(
                ligne.getLong("id"),
                Classe.valueOf(ligne.getString("classe")),
                ligne.getInteger("version"),
                EtatExecution.valueOf(ligne.getString("etat")),
                Optional.ofNullable(ligne.getString("motif")),
                Optional.ofNullable(ligne.getString("lieu"))
                        .map(lieu -> new Rotation.Place(lieu, Optional.ofNullable(ligne.getString("position")))),
                ligne.getInteger("passe"),
                ligne.getLong("total"),
                ligne.getLong("faits"),
                ligne.getLong("illisibles"),
                ligne.getOffsetDateTime("demandee_le"),
                Optional.ofNullable(ligne.getOffsetDateTime("commencee_le")),
                Optional.ofNullable(ligne.getOffsetDateTime("terminee_le")),
                Optional.ofNullable(ligne.getOffsetDateTime("retiree_le")),
                SuiviDeTravaux.preuve(ligne));
    }
}
