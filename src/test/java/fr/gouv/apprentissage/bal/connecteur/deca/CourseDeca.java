package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The real connector on a simulator's address, run until its last day is merged: in this process, or in one that will be killed. */
public final class CourseDeca {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private CourseDeca() {}

    /** Arguments: port of the database, address of the source, first day, last day. */
    public static void main(String... arguments) throws InterruptedException {
        var dernier = LocalDate.parse(arguments[3]);
        var pool = BasePartagee.pool(Integer.parseInt(arguments[0]));
        try (var banc = banc(pool, arguments[1], LocalDate.parse(arguments[2]), dernier)) {
            vaAuBout(banc, dernier);
        }
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    static BancDIngestion banc(Pool pool, String url, LocalDate premier, LocalDate dernier) {
        return new BancDIngestion(pool, laNuitApres(dernier), connecteur(url, premier, dernier), Duration.ofSeconds(1));
    }

    /** The connector alone. */
    public static ConnecteurTire connecteur(String url, LocalDate premier, LocalDate dernier) {
        var config = new ConfigDeca(premier, Duration.ofSeconds(20));
        var client =
                new ClientDeca(() -> URI.create(url), SortieDeTest.vers(url, config.delai(), laNuitApres(dernier)));
        return new ConnecteurDeca(config, () -> true, client, new Reessais(3));
    }

    /** The same that waits no longer than that for a page, by that clock. */
    static BancDIngestion banc(Pool pool, String url, LocalDate premier, Clock horloge, Duration delai) {
        var config = new ConfigDeca(premier, delai);
        var client = new ClientDeca(() -> URI.create(url), SortieDeTest.vers(url, delai, horloge));
        return new BancDIngestion(
                pool, horloge, new ConnecteurDeca(config, () -> true, client, new Reessais(3)), Duration.ofSeconds(5));
    }

    /** The same with keys that the test turns. */
    static BancDIngestion banc(
            Pool pool, String url, LocalDate premier, LocalDate dernier, ScellementDeTest scellement) {
        return new BancDIngestion(
                pool, laNuitApres(dernier), connecteur(url, premier, dernier), scellement, Duration.ofSeconds(1));
    }

    /** Three in the morning after it, for ever. */
    public static Clock laNuitApres(LocalDate dernier) {
        var trois = dernier.plusDays(1).atTime(LocalTime.of(3, 0)).atZone(PARIS);
        return Clock.fixed(trois.toInstant(), PARIS);
    }

    /** Starts again what failed, and waits for the lease of who was killed, as the schedule and the watch do. */
    static void vaAuBout(BancDIngestion banc, LocalDate dernier) throws InterruptedException {
        banc.poursuis();
        while (!dernier.toString().equals(banc.curseur())
                || !banc.derniere().etat().toString().equals("TERMINEE")) {
            Thread.sleep(20);
            banc.poursuis();
        }
    }
}
