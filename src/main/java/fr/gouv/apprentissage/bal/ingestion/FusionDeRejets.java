package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.suppression.MarquesEnBase;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves a day's refused rows into quarantine, those of persons who were erased meanwhile aside, and takes out those that the source has mended. */
final class FusionDeRejets {

    private final Rappels rappels;
    private final QuarantaineStore quarantaine = new QuarantaineStore();

    FusionDeRejets(Rappels rappels) {
        this.rappels = rappels;
    }

    Bilan fusionne(SqlConnection connexion, ConnecteurTire connecteur, LocalDate jour) {
        var source = connecteur.source();
        var effaces = ecarte(connexion, source, jour);
        var extraits = connecteur.extraits().stream().map(Extrait::nom).toList();
        var rejetes = metsEnQuarantaine(connexion, source, jour, extraits);
        Map<String, Long> signalements = effaces == 0 ? Map.of() : Map.of(Rappels.MOTIF, (long) effaces);
        quarantaine.sors(connexion, quarantaine.corrigees(connexion, source, jour, extraits));
        return new Bilan(0, 0, 0, 0, rejetes, signalements);
    }

    private int ecarte(SqlConnection connexion, String source, LocalDate jour) {
        var marques = new HashMap<Long, List<Marque>>();
        connexion
                .preparedQuery("select r.enregistrement, m.* from ingestion_rejet r,"
                        + " unnest(r.genres, r.versions, r.empreintes, r.sexes, r.departements)"
                        + " as m(genre, version, empreinte, sexe, departement) where r.source = $1 and r.jour = $2")
                .executeAndAwait(Tuple.of(source, jour))
                .forEach(ligne -> marques.computeIfAbsent(ligne.getLong("enregistrement"), nouveau -> new ArrayList<>())
                        .add(MarquesEnBase.lis(ligne)));
        var enVigueur = rappels.enVigueur(
                connexion, marques.values().stream().flatMap(List::stream).toList());
        marques.values().removeIf(siennes -> !enVigueur.designent(siennes));
        if (!marques.isEmpty()) {
            connexion
                    .preparedQuery("with efface as (delete from ingestion_rejet where enregistrement = any($1))"
                            + " delete from secret where enregistrement = any($1)")
                    .executeAndAwait(Tuple.of((Object) marques.keySet().toArray(Long[]::new)));
        }
        return marques.size();
    }

    /** One that stands there already keeps its first record. Returns how many rows there were. */
    static long metsEnQuarantaine(SqlConnection connexion, String source, LocalDate jour, List<String> extraits) {
        var rejets = connexion
                .preparedQuery(
                        "insert into quarantaine (enregistrement, source, extrait, jour, empreinte, motif, recue_le, contenu, generation, page, rang)"
                                + " select enregistrement, source, ($3::text[])[extrait + 1], jour, empreinte, motif, now(), contenu, generation, page, rang"
                                // Shared until the commit: what is copied is not sealed anew meanwhile.
                                + " from ingestion_rejet where source = $1 and jour = $2 for share on conflict do nothing")
                .executeAndAwait(Tuple.of(source, jour, extraits.toArray(String[]::new)));
        connexion
                .preparedQuery(
                        "insert into quarantaine_marque (enregistrement, genre, version, empreinte, sexe, departement)"
                                + " select r.enregistrement, m.* from ingestion_rejet r join quarantaine q using (enregistrement),"
                                + " unnest(r.genres, r.versions, r.empreintes, r.sexes, r.departements) m"
                                + " where r.source = $1 and r.jour = $2 on conflict do nothing")
                .executeAndAwait(Tuple.of(source, jour));
        var lignes = connexion
                .preparedQuery("select enregistrement from ingestion_rejet where source = $1 and jour = $2")
                .executeAndAwait(Tuple.of(source, jour));
        if (lignes.size() > rejets.rowCount()) {
            connexion
                    .preparedQuery("delete from secret s using ingestion_rejet r where r.source = $1 and r.jour = $2"
                            + " and s.enregistrement = r.enregistrement and not exists"
                            + " (select from quarantaine q where q.enregistrement = r.enregistrement)")
                    .executeAndAwait(Tuple.of(source, jour));
        }
        return lignes.size();
    }
}
