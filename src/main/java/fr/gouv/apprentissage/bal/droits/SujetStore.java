package fr.gouv.apprentissage.bal.droits;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The records of a person, as the journal names them. */
@Singleton
class SujetStore {

    private static final String JETONS =
            """
            select c.jeton from identite i join contrat c on c.id = i.enregistrement
            where i.personne = coalesce((select f.survivante from personne_fusionnee f where f.ancienne = $1), $1)""";

    private final Pool pool;

    SujetStore(Pool pool) {
        this.pool = pool;
    }

    /** Tokens of the person's records; a person who was merged answers for the survivor. */
    Uni<List<UUID>> de(long personne) {
        return pool.preparedQuery(JETONS).execute(Tuple.of(personne)).map(lignes -> {
            var jetons = new ArrayList<UUID>();
            lignes.forEach(ligne -> jetons.add(ligne.getUUID(0)));
            return List.copyOf(jetons);
        });
    }
}
