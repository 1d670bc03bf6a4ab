package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Table {@code contact}, some hundred rows a statement, within the caller's transaction. */
final class LignesDeContact {

    /** Of the advisory locks with two keys; the other one is the SIREN itself. */
    private static final int VERROU = 0x434f4e54;

    // Most places have few records, some have thousands; and one address may be that of thousands of places. Where
    // the place is small it leads, and each of its records is probed for the hash (the sub-select that gives a value is
    // never turned round into a join); where it is large the hash leads ("|| ''" keeps the index by place out of that).
    private static final int PETIT_LIEU = 64;
    private static final String LE_MEME =
            " c.source = u.source and c.questionne = u.questionne and case when u.empreinte is null"
                    + " then c.courriel is null and c.domaine = u.domaine else ";
    private static final String INDEX = " from index_aveugle x where x.genre = " + GenreIndex.COURRIEL.numero()
            + " and x.generation = u.generation and x.empreinte = u.empreinte";
    private static final String CONNUS =
            "with u as materialized (select n.*, n.empreinte is not null and (select count(*) from (select from contact c"
                    + " where c.lieu = n.lieu and c.source = n.source limit " + (PETIT_LIEU + 1) + ") d) > "
                    + PETIT_LIEU + " as vaste from unnest($1::int[], $2::text[], $3::text[], $4::boolean[], $5::text[],"
                    + " $6::smallint[], $7::bytea[]) as n(rang, lieu, source, questionne, domaine, generation, empreinte))"
                    + " select u.rang, c.enregistrement, c.premiere_vue, c.derniere_vue, c.expire_le, c.domaine"
                    + " from u cross join lateral (select * from contact c where not u.vaste and c.lieu = u.lieu and"
                    + LE_MEME + "(select true" + INDEX + " and x.enregistrement = c.enregistrement) end"
                    + " union all select * from contact c where u.vaste and c.lieu || '' = u.lieu and" + LE_MEME
                    + "true end and c.enregistrement = any(array(select x.enregistrement" + INDEX + "))) c";
    private static final String ELARGIS = "update contact c set premiere_vue = least(c.premiere_vue, u.premiere),"
            + " derniere_vue = greatest(c.derniere_vue, u.derniere), expire_le = greatest(c.expire_le, u.expire),"
            + " domaine = case when u.derniere >= c.derniere_vue then u.domaine else c.domaine end"
            + " from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::date[], $5::text[])"
            + " as u(enregistrement, premiere, derniere, expire, domaine)"
            + " where c.enregistrement = u.enregistrement returning c.enregistrement";
    private static final String AJOUTE = "insert into contact (enregistrement, siren, siret, courriel, domaine, source,"
            + " questionne, premiere_vue, derniere_vue, expire_le) select * from unnest($1::bigint[], $2::text[], $3::text[],"
            + " $4::bytea[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[], $9::timestamptz[], $10::date[])";

    /**
     * A record that is to be.
     *
     * @param enregistrement its id
     * @param vu what is said
     * @param courriel its address, sealed; empty when it is of a domain alone
     */
    record Nouvelle(long enregistrement, Vu vu, Optional<byte[]> courriel) {}

    private record Cherchee(int rang, Vu vu, Short generation, Buffer empreinte) {}

    /**
     * Waits until nobody else writes of these companies, to the end of the transaction. In the order of their numbers, so that two who write of
     * the same ones never wait for each other.
     */
    void verrouille(SqlConnection connexion, Collection<Vu> vus) {
        connexion
                .preparedQuery("select pg_advisory_xact_lock(" + VERROU
                        + ", siren) from (select u.siren from unnest($1::int[]) as u(siren) order by 1) s")
                .executeAndAwait(Tuple.of((Object) vus.stream()
                        .map(vu -> Integer.valueOf(vu.dernier().siren().valeur()))
                        .distinct()
                        .toArray(Integer[]::new)));
    }

    /** The records that stand of these, by place in the list. */
    Map<Integer, Connu> connus(SqlConnection connexion, List<Vu> vus) {
        var cherchees = new ArrayList<Cherchee>();
        for (var rang = 0; rang < vus.size(); rang++) {
            var vu = vus.get(rang);
            if (vu.empreintes().isEmpty()) {
                cherchees.add(new Cherchee(rang, vu, null, null));
            }
            for (var une : vu.empreintes()) {
                cherchees.add(new Cherchee(rang, vu, (short) une.numero(), Buffer.buffer(une.empreinte())));
            }
        }
        var connus = new HashMap<Integer, Connu>();
        connexion
                .preparedQuery(CONNUS)
                .executeAndAwait(Tuple.tuple()
                        .addValue(cherchees.stream().map(Cherchee::rang).toArray(Integer[]::new))
                        .addValue(cherchees.stream().map(une -> une.vu().lieu()).toArray(String[]::new))
                        .addValue(cherchees.stream()
                                .map(une -> une.vu().dernier().source())
                                .toArray(String[]::new))
                        .addValue(cherchees.stream()
                                .map(une -> une.vu().dernier().questionne())
                                .toArray(Boolean[]::new))
                        .addValue(cherchees.stream()
                                .map(une -> une.vu().dernier().domaine().orElse(null))
                                .toArray(String[]::new))
                        .addValue(cherchees.stream().map(Cherchee::generation).toArray(Short[]::new))
                        .addValue(cherchees.stream().map(Cherchee::empreinte).toArray(Buffer[]::new)))
                .forEach(ligne -> connus.merge(ligne.getInteger("rang"), connu(ligne), LignesDeContact::premier));
        return connus;
    }

    /** Widens records; gives those that stood there: one that ended meanwhile is gone. */
    Set<Long> elargis(SqlConnection connexion, Map<Long, Vu> vus) {
        var elargis = new HashSet<Long>();
        if (vus.isEmpty()) {
            return elargis;
        }
        var valeurs = vus.values();
        connexion
                .preparedQuery(ELARGIS)
                .executeAndAwait(Tuple.of(
                        vus.keySet().toArray(Long[]::new),
                        moments(valeurs, Vu::premiereVue),
                        moments(valeurs, Vu::derniereVue),
                        valeurs.stream().map(Vu::expireLe).toArray(LocalDate[]::new),
                        valeurs.stream()
                                .map(vu -> vu.dernier().domaine().orElse(null))
                                .toArray(String[]::new)))
                .forEach(ligne -> elargis.add(ligne.getLong(0)));
        return elargis;
    }

    void ajoute(SqlConnection connexion, List<Nouvelle> nouvelles) {
        if (nouvelles.isEmpty()) {
            return;
        }
        var vus = nouvelles.stream().map(Nouvelle::vu).toList();
        var faits = vus.stream().map(Vu::dernier).toList();
        connexion
                .preparedQuery(AJOUTE)
                .executeAndAwait(Tuple.tuple()
                        .addValue(
                                nouvelles.stream().map(Nouvelle::enregistrement).toArray(Long[]::new))
                        .addValue(faits.stream()
                                .map(fait -> fait.siren().valeur())
                                .toArray(String[]::new))
                        .addValue(faits.stream()
                                .map(fait -> fait.siret().map(Siret::valeur).orElse(null))
                                .toArray(String[]::new))
                        .addValue(nouvelles.stream()
                                .map(une -> une.courriel().map(Buffer::buffer).orElse(null))
                                .toArray(Buffer[]::new))
                        .addValue(faits.stream()
                                .map(fait -> fait.domaine().orElse(null))
                                .toArray(String[]::new))
                        .addValue(faits.stream().map(FaitDeContact::source).toArray(String[]::new))
                        .addValue(faits.stream().map(FaitDeContact::questionne).toArray(Boolean[]::new))
                        .addValue(moments(vus, Vu::premiereVue))
                        .addValue(moments(vus, Vu::derniereVue))
                        .addValue(vus.stream().map(Vu::expireLe).toArray(LocalDate[]::new)));
    }

    private static OffsetDateTime[] moments(Collection<Vu> vus, Function<Vu, Instant> lequel) {
        return vus.stream().map(vu -> lequel.apply(vu).atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }

    private static Connu connu(Row ligne) {
        return new Connu(
                ligne.getLong("enregistrement"),
                ligne.getOffsetDateTime("premiere_vue").toInstant(),
                ligne.getOffsetDateTime("derniere_vue").toInstant(),
                ligne.getLocalDate("expire_le"),
                Optional.ofNullable(ligne.getString("domaine")));
    }

    // The same record, found under two generations.
    private static Connu premier(Connu un, Connu autre) {
        return un.enregistrement() <= autre.enregistrement() ? un : autre;
    }
}
