package fr.gouv.apprentissage.bal.journal;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Searches the journal, by the role that reads it and does nothing else. */
@Singleton
public class LectureDuJournal {

    private static final String COLONNES =
            "select id, le, client, agent, finalite, habilitations, operation, coordonnees, personnes from journal.entree";

    private final Pool pool;

    /** @param pool connections of the role that reads */
    public LectureDuJournal(@ReactiveDataSource("lecture-journal") Pool pool) {
        this.pool = pool;
    }

    /** A criterion and its value; a statement names only what is given, so that its plan fits it. */
    private static final class Criteres {
        private final List<String> conditions = new ArrayList<>();
        private final Tuple valeurs = Tuple.tuple();

        Criteres(Recherche recherche) {
            recherche.sujets().ifPresent(sujets -> et("sujets && %s", sujets.toArray(UUID[]::new)));
            recherche.client().ifPresent(client -> et("client = %s", client));
            recherche.champ().ifPresent(champ -> et("%s = any (coordonnees)", champ));
            recherche.du().ifPresent(du -> et("le >= %s", du.atOffset(ZoneOffset.UTC)));
            recherche.au().ifPresent(au -> et("le <= %s", au.atOffset(ZoneOffset.UTC)));
        }

        void et(String condition, Object valeur) {
            conditions.add(condition.formatted(suivant(valeur)));
        }

        String suivant(Object valeur) {
            valeurs.addValue(valeur);
            return "$" + valeurs.size();
        }

        String ou() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }

    /** The entries after a place, newest first. */
    public Uni<List<EntreeLue>> page(Recherche recherche, Optional<Recherche.Position> apres, int nombre) {
        var criteres = new Criteres(recherche);
        apres.ifPresent(place -> criteres.conditions.add("(le, id) < ("
                + criteres.suivant(place.le().atOffset(ZoneOffset.UTC)) + ", " + criteres.suivant(place.id()) + ")"));
        var borne = criteres.suivant(nombre);
        return pool.preparedQuery(COLONNES + criteres.ou() + " order by le desc, id desc limit " + borne)
                .execute(criteres.valeurs)
                .map(LectureDuJournal::entrees);
    }

    /** How many there are. */
    public Uni<Long> nombre(Recherche recherche) {
        var criteres = new Criteres(recherche);
        return pool.preparedQuery("select count(*) from journal.entree" + criteres.ou())
                .execute(criteres.valeurs)
                .map(lignes -> lignes.iterator().next().getLong(0));
    }

    private static List<EntreeLue> entrees(RowSet<Row> lignes) {
        return StreamSupport.stream(lignes.spliterator(), false)
                .map(LectureDuJournal::entree)
                .toList();
    }

    private static EntreeLue entree(Row ligne) {
        return new EntreeLue(
                ligne.getUUID(0),
                ligne.getOffsetDateTime(1).toInstant(),
                ligne.getString(2),
                Optional.ofNullable(ligne.getString(3)),
                Optional.ofNullable(ligne.getString(4)),
                List.of(ligne.getArrayOfStrings(5)),
                Optional.ofNullable(ligne.getString(6)),
                List.of(ligne.getArrayOfStrings(7)),
                Optional.ofNullable(ligne.getInteger(8)));
    }
}
