package fr.gouv.apprentissage.bal.embarque;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques.IdentiteDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Contracts sealed under the keys that a process made at Vault, written beside it: each has a name and an address that tell its number. */
record ContratsScelles(int port, ServeurBao bao) {

    /** Writes so many, ids from 1 on. */
    void ecris(int combien) {
        var vertx = Vertx.vertx();
        var pool = pool(vertx, port);
        try {
            ecris(pool, combien);
        } finally {
            pool.closeAndAwait();
            vertx.closeAndAwait();
        }
    }

    /** First value of a query. */
    static long nombre(int port, String sql) {
        var vertx = Vertx.vertx();
        var pool = pool(vertx, port);
        try {
            return pool.query(sql).executeAndAwait().iterator().next().getLong(0);
        } finally {
            pool.closeAndAwait();
            vertx.closeAndAwait();
        }
    }

    private void ecris(Pool pool, int combien) {
        var scellement = ProcessusDEpoques.surVault(
                        pool,
                        AccesBao.parJeton(bao.adresse(), bao.jetonRacine()),
                        "transit",
                        new IdentiteDeTest(Optional.empty(), Optional.empty(), Optional.empty(), "approle"))
                .scellement();
        var nom = ChampsScelles.<String>de(Personne.class, "nom");
        var courriels = ChampsScelles.<List<Courriel>>de(Personne.class, "courriels");
        var cles = LongStream.rangeClosed(1, combien)
                .mapToObj(scellement::nouvelle)
                .toList();
        var ids = cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new);
        pool.preparedQuery("insert into secret (enregistrement, epoque, enveloppe)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::bytea[])")
                .executeAndAwait(Tuple.of(
                        ids,
                        cles.stream().map(CleEnregistrement::epoque).toArray(Integer[]::new),
                        tous(cles, CleEnregistrement::enveloppe)));
        pool.preparedQuery("insert into identite (enregistrement, personne, source, etat_du, nom, courriels)"
                        + " select id, id, 'DECA', now(), nom, courriels"
                        + " from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as l (id, nom, courriels)")
                .executeAndAwait(Tuple.of(
                        ids,
                        tous(cles, cle -> scellement.scelle(cle, nom, Sealed.recu("NOM-" + cle.enregistrement()))),
                        tous(
                                cles,
                                cle -> scellement.scelle(
                                        cle,
                                        courriels,
                                        Sealed.recu(List.of(
                                                new Courriel("personne" + cle.enregistrement() + "@exemple.fr")))))));
        pool.preparedQuery("insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue)"
                        + " select id, 'DECA', now(), now(), now(), now() from unnest($1::bigint[]) as l (id)")
                .executeAndAwait(Tuple.of(ids));
    }

    private static Buffer[] tous(List<CleEnregistrement> cles, Function<CleEnregistrement, byte[]> octets) {
        return cles.stream().map(octets).map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static Pool pool(Vertx vertx, int port) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setDatabase(ServeurEmbarque.BASE)
                        .setUser("bal_service"))
                .using(vertx)
                .build();
    }
}
