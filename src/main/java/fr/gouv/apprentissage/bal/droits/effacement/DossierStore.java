package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.declaration.Colonne;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The records of a person, and what answers for that person. Blocks. */
final class DossierStore {

    private static final String LECTURE =
            "select i.enregistrement, c.jeton, s.epoque, s.enveloppe, c.type::text as type,"
                    + " c.numero_avenant, "
                    + EnregistrementLu.COLONNES.stream().map(Colonne::nom).collect(Collectors.joining(", "))
                    + " from identite i left join contrat c on c.id = i.enregistrement"
                    + " left join lateral (select epoque, enveloppe from secret where enregistrement = i.enregistrement"
                    + " order by epoque desc limit 1) s on true"
                    + " where i.personne = coalesce((select f.survivante from personne_fusionnee f where f.ancienne = $1), $1)"
                    + " order by i.etat_du desc, i.enregistrement desc";

    /** The records, newest first; a person who was merged answers for the survivor. */
    List<EnregistrementLu> enregistrements(SqlClient client, long personne) {
        var lus = new ArrayList<EnregistrementLu>();
        client.preparedQuery(LECTURE)
                .executeAndAwait(Tuple.of(personne))
                .forEach(ligne -> lus.add(EnregistrementLu.de(ligne)));
        return lus;
    }

    /** The persons that these records are of. */
    List<Long> personnes(SqlClient client, Collection<Long> enregistrements) {
        var personnes = new ArrayList<Long>();
        client.preparedQuery("select distinct personne from identite where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) enregistrements.toArray(Long[]::new)))
                .forEach(ligne -> personnes.add(ligne.getLong(0)));
        return personnes;
    }

    /** Lets nobody answer any more for who was merged into these persons, where nothing is left of them. */
    void oublieFusions(SqlClient client, Collection<Long> personnes) {
        client.preparedQuery("delete from personne_fusionnee f where f.survivante = any($1)"
                        + " and not exists (select from identite i where i.personne = f.survivante)")
                .executeAndAwait(Tuple.of((Object) personnes.toArray(Long[]::new)));
    }
}
