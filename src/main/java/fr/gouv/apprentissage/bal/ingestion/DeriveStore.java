package fr.gouv.apprentissage.bal.ingestion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Drifts of pages that wait, and of runs: table {@code execution_derive}. */
final class DeriveStore {

    /** Those of a day's pages. */
    Derives deJournee(SqlClient client, String source, LocalDate jour) {
        var toutes = new ArrayList<Derive>();
        client.preparedQuery("select derives from ingestion_page where source = $1 and jour = $2 and derives <> '[]'")
                .executeAndAwait(Tuple.of(source, jour))
                .forEach(ligne -> toutes.addAll(lis(ligne.getJsonArray("derives"))));
        return Derives.de(toutes);
    }

    /** Adds these to a run's. */
    void ajoute(SqlClient client, long execution, Derives derives) {
        if (derives.toutes().isEmpty()) {
            return;
        }
        client.preparedQuery("insert into execution_derive as d (execution, champ, nature, nombre, formes)"
                        + " select $1, u.champ, u.nature, u.nombre, u.formes"
                        + " from jsonb_to_recordset($2) as u(champ text, nature text, nombre bigint, formes text[])"
                        + " on conflict (execution, champ, nature) do update set nombre = d.nombre + excluded.nombre,"
                        + " formes = (select coalesce(array_agg(f), '{}') from"
                        + " (select distinct f from unnest(d.formes || excluded.formes) as f order by f limit $3) les)")
                .executeAndAwait(Tuple.of(execution, json(derives), Derive.FORMES));
    }

    static JsonArray json(Derives derives) {
        var json = new JsonArray();
        derives.toutes()
                .forEach(une -> json.add(new JsonObject()
                        .put("champ", une.champ())
                        .put("nature", une.nature().name())
                        .put("nombre", une.nombre())
                        .put("formes", new JsonArray(List.copyOf(une.formes())))));
        return json;
    }

    static List<Derive> lis(JsonArray json) {
        return json.stream()
                .map(JsonObject.class::cast)
                .map(une -> new Derive(
                        une.getString("champ"),
                        NatureDeDerive.valueOf(une.getString("nature")),
                        (int) Math.min(Integer.MAX_VALUE, une.getLong("nombre")),
                        une.getJsonArray("formes").stream()
                                .map(String.class::cast)
                                .toList()))
                .toList();
    }
}
