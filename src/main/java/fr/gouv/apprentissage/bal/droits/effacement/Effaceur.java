package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes records out of every place where something of them stands. Blocks. */
final class Effaceur {

    private static final int PASSES = 5;

    private final List<Lieu> lieux;
    private final DossierStore dossiers = new DossierStore();

    Effaceur(Collection<Lieu> lieux) {
        this.lieux = List.copyOf(lieux);
    }

    /** Until nothing is found: what another transaction wrote while this one waited for its locks is only seen by a later statement. */
    void efface(SqlConnection connexion, Collection<Long> enregistrements) {
        if (enregistrements.isEmpty()) {
            return;
        }
        var personnes = dossiers.personnes(connexion, enregistrements);
        for (var passe = 0; passe < PASSES; passe++) {
            var effacees = 0;
            for (var lieu : lieux) {
                effacees += lieu.efface(connexion, enregistrements).await().indefinitely();
            }
            if (effacees == 0) {
                dossiers.oublieFusions(connexion, personnes);
                return;
            }
        }
        throw new EffacementImpossible("Des lignes de cette personne sont récrites sans cesse : réessayez plus tard.");
    }

    /**
     * Carries out again what was carried out on another state of this database. A record of the same id that is not the one of then, by its
     * token, is somebody else's and stays; so is a contact, which is of nobody. Ids that were given then are not given again.
     *
     * @return how many of the records stood here
     */
    int rejoue(SqlConnection connexion, Effacement effacement) {
        var effaces = effacement.effaces();
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select u.id from unnest($1::bigint[], $2::uuid[]) as u(id, jeton)"
                        + " left join contrat c on c.id = u.id"
                        + " where (c.id is null or u.jeton is not distinct from c.jeton)"
                        + " and not exists (select from contact k where k.enregistrement = u.id)")
                .executeAndAwait(Tuple.of(
                        effacement.enregistrements().toArray(Long[]::new),
                        effaces.stream().map(un -> un.jeton().orElse(null)).toArray(UUID[]::new)))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        var presents = connexion
                .preparedQuery("select distinct enregistrement from secret where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) ids.toArray(Long[]::new)))
                .size();
        efface(connexion, ids);
        connexion
                .preparedQuery("select passe_enregistrements($1)")
                .executeAndAwait(Tuple.of(effacement.enregistrements().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)));
        return presents;
    }
}
