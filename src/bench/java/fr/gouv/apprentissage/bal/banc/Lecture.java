package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.journal.Inscription;
import fr.gouv.apprentissage.bal.journal.Journal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows and journal entry of the page, by hand. */
@Singleton
final class Lecture {

    /** What the page discloses. */
    static final List<String> COORDONNEES = List.of(
            "Contrat.alternant",
            "Contrat.dateDebut",
            "Contrat.dateFin",
            "Contrat.intituleFormation",
            "Contrat.organismeFormation",
            "Contrat.statut",
            "Personne.courriels",
            "Personne.dateNaissance",
            "Personne.nom",
            "Personne.prenoms",
            "Personne.telephones");

    private static final byte[] OPERATION = sha256("GET /banc/contrats");

    private final Pool pool;
    private final Journal journal;

    Lecture(Pool pool, Journal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    /**
     * What was read.
     *
     * @param contrats rows of the page
     * @param suite whether rows follow
     * @param personnes rows of each person, newest first
     */
    record Page(List<Row> contrats, boolean suite, Map<Long, List<Row>> personnes) {}

    Future<Page> page(int first, LocalDate debutDu) {
        return pool.preparedQuery(Sql.CONTRATS)
                .execute(Tuple.of(debutDu, first + 1L))
                .compose(lues -> {
                    var contrats = new ArrayList<Row>(lues.size());
                    var ids = new LinkedHashSet<Long>();
                    for (var row : lues) {
                        if (contrats.size() < first) {
                            contrats.add(row);
                            if (row.getLong(8) != null) {
                                ids.add(row.getLong(8));
                            }
                        }
                    }
                    return pool.preparedQuery(Sql.PERSONNES)
                            .execute(Tuple.of(ids.toArray(Long[]::new)))
                            .map(rows -> new Page(contrats, lues.size() > first, parPersonne(rows)));
                });
    }

    Uni<Inscription> inscris(Appelant appelant, Accord accord, Page page) {
        var sujets = new LinkedHashSet<UUID>();
        page.contrats().forEach(row -> sujets.add(row.getUUID(1)));
        page.personnes().values().forEach(rows -> rows.forEach(row -> sujets.add(row.getUUID(1))));
        return journal.inscris(new Divulgation(
                appelant.client(),
                appelant.agent(),
                appelant.finalite(),
                accord.habilitations(),
                OPERATION,
                Optional.empty(),
                COORDONNEES,
                List.of(),
                List.copyOf(sujets),
                accord.revision(),
                Optional.empty(),
                page.personnes().size()));
    }

    static byte[] sha256(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Map<Long, List<Row>> parPersonne(Iterable<Row> rows) {
        var parPersonne = new HashMap<Long, List<Row>>();
        for (var row : rows) {
            parPersonne
                    .computeIfAbsent(row.getLong(9), id -> new ArrayList<>(2))
                    .add(row);
        }
        return parPersonne;
    }
}
