package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.ingestion.CourseMesuree;
import fr.gouv.apprentissage.bal.ingestion.Depense;
import fr.gouv.apprentissage.bal.ingestion.Jumelles;
import fr.gouv.apprentissage.bal.ingestion.Phases;
import fr.gouv.apprentissage.bal.ingestion.Tas;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast DECA comes in, beside upserts by {@code unnest} of the same rows in clear into twin tables with the same indexes, in the same run: day
 * after day of a generated world, ours first, since it says which rows those are. Small by default; {@code bal.banc.existants} (contracts that stand
 * already), {@code bal.banc.contrats} (new ones), {@code bal.banc.jours}, {@code bal.banc.page} (rows of a page), {@code bal.banc.echauffement} (days before those that count) make it another one. A commit is
 * on disk, in either case.
 */
class IngestionBench {

    private static final int EXISTANTS = Integer.getInteger("bal.banc.existants", 50_000);
    private static final int CONTRATS = Integer.getInteger("bal.banc.contrats", 20_000);
    private static final int JOURS = Integer.getInteger("bal.banc.jours", 4);
    private static final int PAGE = Integer.getInteger("bal.banc.page", 1_000);
    private static final int ECHAUFFEMENT = Integer.getInteger("bal.banc.echauffement", 2);
    private static final LocalDate PREMIER = LocalDate.of(2025, 9, 1);

    private record Tour(long contrats, Depense nous, Depense clair) {

        double rapport() {
            return clair.ecoule() / nous.ecoule();
        }

        double rapportDeCpu() {
            return clair.cpu() / nous.cpu();
        }
    }

    @TempDir
    private Path dossier;

    private final List<Tour> tours = new ArrayList<>();

    @Test
    void ingestion() throws IOException, SQLException {
        try (var serveur = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
                var proprietaire = serveur.getPostgresDatabase().getConnection();
                var pages = new PagesServies(dossier, PAGE)) {
            prepare(serveur, proprietaire);
            var debut = System.nanoTime();
            Existants.charge(proprietaire, EXISTANTS);
            var pool = BasePartagee.pool(serveur.getPort());
            var jumelles = new Jumelles(pool);
            jumelles.cree(proprietaire);
            execute(proprietaire, "vacuum analyze");
            System.out.printf(
                    "%d contrats en place, deux fois, en %d s%n",
                    EXISTANTS, Duration.ofNanos(System.nanoTime() - debut).toSeconds());
            mesure(proprietaire, pool, pages, jumelles);
        }
        bilan();
    }

    private void mesure(Connection proprietaire, Pool pool, PagesServies pages, Jumelles jumelles)
            throws IOException, SQLException {
        var jours = JOURS + ECHAUFFEMENT;
        var monde = new Monde(20260607, PREMIER, jours, (long) CONTRATS * jours / JOURS);
        var horloge = CourseDeca.laNuitApres(monde.dernierJour());
        var config = new ConfigDeca(PREMIER, Duration.ofMinutes(5));
        var client = new ClientDeca(
                () -> URI.create(pages.adresse()), SortieDeTest.vers(pages.adresse(), config.delai(), horloge));
        var postmaster = postmaster(proprietaire);
        try (var course = new CourseMesuree(
                pool,
                horloge,
                new ConnecteurDeca(config, () -> true, client, new Reessais(1)),
                ScellementDeTest.ouvert())) {
            for (var rang = 0; rang < jours; rang++) {
                var jour = PREMIER.plusDays(rang);
                var lignes = pages.prepare(monde, jour);
                execute(proprietaire, "checkpoint");
                try (var tas = new Tas();
                        var phases = new Phases()) {
                    var depart = Depense.maintenant(postmaster);
                    var lus = course.lis(jour);
                    var nous = depart.jusquIci();
                    phases.close();
                    var memoire = tas.toString();
                    execute(proprietaire, "checkpoint");
                    var memes = jumelles.jour(jour, PAGE);
                    depart = Depense.maintenant(postmaster);
                    memes.ecris();
                    var clair = depart.jusquIci();
                    var contrats = lus.crees() + lus.modifies() + lus.inchanges();
                    System.out.printf(
                            "%s%s : %d lignes, %d contrats (%d nouveaux), %d en quarantaine%n  ici      %s%n  en clair %s%n"
                                    + "  écrit %s%n  tas : %s%n%s%n",
                            jour,
                            rang < ECHAUFFEMENT ? " (échauffement)" : "",
                            lignes,
                            contrats,
                            lus.crees(),
                            lus.rejetes(),
                            nous,
                            clair,
                            memes.lignes(),
                            memoire,
                            phases);
                    if (rang >= ECHAUFFEMENT) {
                        tours.add(new Tour(contrats, nous, clair));
                    }
                }
            }
        }
    }

    private void bilan() {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d contrats en place, %d de plus en %d jours, pages de %d lignes :%n  ici %.0f contrats/s, en clair"
                        + " %.0f contrats/s, × %.2f (temps écoulé), × %.2f (CPU)%n",
                Runtime.version(),
                EXISTANTS,
                tours.stream().mapToLong(Tour::contrats).sum(),
                JOURS,
                PAGE,
                mediane(tour -> tour.contrats() / tour.nous().ecoule()),
                mediane(tour -> tour.contrats() / tour.clair().ecoule()),
                mediane(Tour::rapport),
                mediane(Tour::rapportDeCpu),
                somme(tour -> tour.clair().ecoule()) / somme(tour -> tour.nous().ecoule()),
                somme(tour -> tour.clair().cpu()) / somme(tour -> tour.nous().cpu()));
    }

    private double mediane(ToDoubleFunction<Tour> mesure) {
        return tours.stream().mapToDouble(mesure).sorted().toArray()[tours.size() / 2];
    }

    private double somme(ToDoubleFunction<Tour> mesure) {
        return tours.stream().mapToDouble(mesure).sum();
    }

    private static void prepare(EmbeddedPostgres serveur, Connection proprietaire) throws IOException, SQLException {
        try (var roles = IngestionBench.class.getResourceAsStream("/db/roles.sql")) {
            execute(proprietaire, new String(roles.readAllBytes(), StandardCharsets.UTF_8));
        }
        Flyway.configure().dataSource(serveur.getPostgresDatabase()).load().migrate();
    }

    private static long postmaster(Connection connexion) throws SQLException {
        try (var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery("select pg_backend_pid()")) {
            lignes.next();
            return Depense.postmaster(lignes.getLong(1));
        }
    }

    private static void execute(Connection connexion, String sql) throws SQLException {
        try (var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }
}
