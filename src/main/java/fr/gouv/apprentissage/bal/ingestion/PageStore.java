package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.personne.suppression.MarquesEnBase;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Staging: pages of a day, sealed, until the day is merged. A page counts once its row in {@code ingestion_page} stands. */
final class PageStore {

    /**
     * A staged row.
     *
     * @param rang place in its page
     * @param enregistrement the record
     * @param contenu sealed row ({@link FormatDeStaging})
     */
    record LigneDePage(int rang, long enregistrement, byte[] contenu) {}

    /**
     * A staged row that cannot be identified.
     *
     * @param rang place in its page
     * @param enregistrement record of its own
     * @param motif why
     * @param empreinte keyed digest of the row
     * @param contenu the row, sealed
     * @param marques by which it is found without being opened, of every version of their key
     */
    record RejetDePage(
            int rang, long enregistrement, String motif, Generation empreinte, byte[] contenu, List<Marque> marques) {}

    /** No run has this id: whatever waits is somebody else's. */
    static final long AUCUNE = 0;

    /** No page of a source has this number: rows of quarantine stand there, as long as the transaction that reads them again. */
    static final int REJEU = 0;

    private static final String ICI = " where source = $1 and jour = $2 and extrait = $3 and page = $4";
    private static final String DE_LA_PAGE = " (select from ingestion_page p"
            + " where (p.source, p.jour, p.extrait, p.page) = (t.source, t.jour, t.extrait, t.page)";
    private static final List<String> TABLES = List.of("ingestion_ligne", "ingestion_rejet");

    private static final String LIBERE = "with libres as (delete from contrat_cle k where not exists"
            + " (select from contrat c where c.id = k.enregistrement) and not exists"
            + " (select from ingestion_ligne l where l.enregistrement = k.enregistrement) returning k.enregistrement)"
            + " delete from secret s using libres l where s.enregistrement = l.enregistrement";

    /**
     * Drops what a run does not continue: pages of other runs, rows of pages that were not read to their end, and what was reserved for records of
     * which no row is left. Whoever holds the lease of the source may do it: nobody else reserves records for longer than a transaction.
     */
    void reprends(SqlConnection connexion, String source, long execution) {
        // First, as whoever erases does, and whoever reads quarantine again: they know records that are reserved.
        VerrouDAppariement.prends(connexion);
        connexion
                .preparedQuery("delete from ingestion_page where source = $1 and execution <> $2")
                .executeAndAwait(Tuple.of(source, execution));
        oublieLesRestes(connexion, source);
        connexion.query(LIBERE).executeAndAwait();
    }

    /** Drops rows of pages that were not read to their end: nobody may be reading one. */
    void oublieLesRestes(SqlConnection connexion, String source) {
        for (var table : TABLES) {
            vide(connexion, table, " t where source = $1 and not exists" + DE_LA_PAGE + ")", Tuple.of(source));
        }
    }

    /** Drops the pages that a run has read. */
    void effaceExecution(SqlConnection connexion, String source, long execution) {
        for (var table : TABLES) {
            vide(
                    connexion,
                    table,
                    " t where source = $1 and exists" + DE_LA_PAGE + " and p.execution = $2)",
                    Tuple.of(source, execution));
        }
        connexion
                .preparedQuery("delete from ingestion_page where source = $1 and execution = $2")
                .executeAndAwait(Tuple.of(source, execution));
    }

    /** Drops rows of a staging table. A refused row that did not come into quarantine takes its secret along. */
    private static void vide(SqlConnection connexion, String table, String lesquelles, Tuple valeurs) {
        var efface = "delete from " + table + lesquelles;
        var sql = table.equals("ingestion_rejet")
                ? "with efface as (" + efface + " returning enregistrement) delete from secret s using efface e"
                        + " where s.enregistrement = e.enregistrement and not exists"
                        + " (select from quarantaine q where q.enregistrement = e.enregistrement)"
                : efface;
        connexion.preparedQuery(sql).executeAndAwait(valeurs);
    }

    /**
     * A page that was read to its end.
     *
     * @param annonce what it said of all of them
     * @param lus how many rows it had
     */
    record Faite(Annonce annonce, long lus) {}

    /** The complete pages of an extract's day, in their order. */
    List<Faite> pages(SqlConnection connexion, Place place) {
        var pages = new ArrayList<Faite>();
        connexion
                .preparedQuery(
                        "select pages, annoncees, lus from ingestion_page where source = $1 and jour = $2 and extrait = $3 order by page")
                .executeAndAwait(Tuple.of(place.source(), place.jour(), (short) place.extrait()))
                .forEach(ligne -> pages.add(new Faite(annonce(ligne), ligne.getLong("lus"))));
        return pages;
    }

    private static Annonce annonce(Row ligne) {
        var lignes = ligne.getLong("annoncees");
        return new Annonce(ligne.getInteger("pages"), lignes == null ? OptionalLong.empty() : OptionalLong.of(lignes));
    }

    /** Drops the rows of a page that will be read again. */
    void efface(SqlConnection connexion, Place place) {
        for (var table : TABLES) {
            vide(connexion, table, ICI, cle(place));
        }
    }

    /** Drops all of a day's extract, which will be read again from its first page. */
    void effaceExtrait(SqlConnection connexion, Place place) {
        for (var table : List.of("ingestion_ligne", "ingestion_rejet", "ingestion_page")) {
            vide(
                    connexion,
                    table,
                    " where source = $1 and jour = $2 and extrait = $3",
                    Tuple.of(place.source(), place.jour(), (short) place.extrait()));
        }
    }

    /** Drops all of a day. */
    void effaceJour(SqlConnection connexion, String source, LocalDate jour) {
        for (var table : List.of("ingestion_ligne", "ingestion_rejet", "ingestion_page")) {
            vide(connexion, table, " where source = $1 and jour = $2", Tuple.of(source, jour));
        }
    }

    void ajoute(SqlConnection connexion, Place place, List<LigneDePage> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery(
                        "insert into ingestion_ligne (source, jour, extrait, page, rang, enregistrement, contenu)"
                                + " select $1, $2, $3, $4, u.* from unnest($5::int[], $6::bigint[], $7::bytea[]) u")
                .executeAndAwait(cle(place)
                        .addValue(lignes.stream().map(LigneDePage::rang).toArray(Integer[]::new))
                        .addValue(
                                lignes.stream().map(LigneDePage::enregistrement).toArray(Long[]::new))
                        .addValue(lignes.stream()
                                .map(ligne -> Buffer.buffer(ligne.contenu()))
                                .toArray(Buffer[]::new)));
    }

    void rejette(SqlConnection connexion, Place place, List<RejetDePage> rejets) {
        if (rejets.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery(
                        "insert into ingestion_rejet (source, jour, extrait, page, rang, enregistrement, motif, empreinte, contenu, generation)"
                                + " select $1, $2, $3, $4, u.*"
                                + " from unnest($5::int[], $6::bigint[], $7::text[], $8::bytea[], $9::bytea[], $10::smallint[]) u")
                .executeAndAwait(cle(place)
                        .addValue(rejets.stream().map(RejetDePage::rang).toArray(Integer[]::new))
                        .addValue(
                                rejets.stream().map(RejetDePage::enregistrement).toArray(Long[]::new))
                        .addValue(rejets.stream().map(RejetDePage::motif).toArray(String[]::new))
                        .addValue(rejets.stream()
                                .map(rejet -> Buffer.buffer(rejet.empreinte().empreinte()))
                                .toArray(Buffer[]::new))
                        .addValue(rejets.stream()
                                .map(rejet -> Buffer.buffer(rejet.contenu()))
                                .toArray(Buffer[]::new))
                        .addValue(rejets.stream()
                                .map(rejet -> (short) rejet.empreinte().numero())
                                .toArray(Short[]::new)));
        marque(connexion, place, rejets);
    }

    /** Two statements for a lot of refused rows: an array of arrays does not travel as one. */
    private static void marque(SqlConnection connexion, Place place, List<RejetDePage> rejets) {
        var marques = rejets.stream()
                .flatMap(rejet -> rejet.marques().stream().map(marque -> Map.entry(rejet.rang(), marque)))
                .toList();
        connexion
                .preparedQuery("update ingestion_rejet r set genres = m.genres, versions = m.versions,"
                        + " empreintes = m.empreintes, sexes = m.sexes, departements = m.departements from"
                        + " (select u.rang, array_agg(u.genre) as genres, array_agg(u.version) as versions,"
                        + " array_agg(u.empreinte) as empreintes, array_agg(u.sexe) as sexes,"
                        + " array_agg(u.departement) as departements"
                        + " from unnest($5::int[], $6::smallint[], $7::int[], $8::bytea[], $9::bytea[], $10::bytea[])"
                        + " as u(rang, genre, version, empreinte, sexe, departement) group by u.rang) m"
                        + " where r.source = $1 and r.jour = $2 and r.extrait = $3 and r.page = $4 and r.rang = m.rang")
                .executeAndAwait(MarquesEnBase.ajoute(
                        cle(place)
                                .addValue(
                                        marques.stream().map(Map.Entry::getKey).toArray(Integer[]::new)),
                        marques.stream().map(Map.Entry::getValue).toList()));
    }

    /** The page was read to its end. */
    void termine(
            SqlConnection connexion,
            Place place,
            Annonce annonce,
            long execution,
            long lus,
            Map<String, Long> signalements,
            Derives derives) {
        var motifs = List.copyOf(signalements.keySet());
        connexion
                .preparedQuery(
                        "insert into ingestion_page (source, jour, extrait, page, pages, annoncees, execution, lus, signalements, nombres, derives)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                .executeAndAwait(cle(place)
                        .addValue(annonce.pages())
                        .addValue(
                                annonce.lignes().isPresent() ? annonce.lignes().getAsLong() : null)
                        .addValue(execution)
                        .addValue(lus)
                        .addValue(motifs.toArray(String[]::new))
                        .addValue(motifs.stream().map(signalements::get).toArray(Long[]::new))
                        .addValue(DeriveStore.json(derives)));
    }

    private static Tuple cle(Place place) {
        return Tuple.tuple()
                .addValue(place.source())
                .addValue(place.jour())
                .addValue((short) place.extrait())
                .addValue(place.page());
    }
}
