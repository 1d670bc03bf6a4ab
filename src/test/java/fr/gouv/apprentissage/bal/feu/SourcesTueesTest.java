package fr.gouv.apprentissage.bal.feu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ProcessusATuer;
import fr.gouv.apprentissage.bal.connecteur.deca.CourseDeca;
import fr.gouv.apprentissage.bal.feu.Faucheuse.Cote;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.MandataireDeBase;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that reads every source, is killed with SIGKILL before and after its commits and at any moment, and is started again, while the sources fail.
 * {@code bal.test.feu} says how many nights, {@code bal.test.feu.graine} which.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.MINUTES)
class SourcesTueesTest {

    private static final int COURSES = Integer.getInteger("bal.test.feu", 2);
    private static final int GRAINE = Integer.getInteger("bal.test.feu.graine", 20261123);
    private static final int CONTRATS = 80;

    /** From how many nights on each kind of commit must have been met. */
    private static final int TOUTES = 100;

    private static final BiPredicate<String, Cote> PERSONNE = (sorte, cote) -> false;

    @TempDir
    static Path dossier;

    private final Univers univers = new Univers(GRAINE, CONTRATS);
    private final Faucheuse faucheuse = new Faucheuse();
    private FinAttendue attendue;
    private MandataireDeBase mandataire;
    private long deja;
    private final List<String> ecarts = new ArrayList<>();
    private int commits;
    private Duration travail = Duration.ZERO;
    private int sansMort;

    @BeforeAll
    void lisLaPremiereNuit() throws Exception {
        var premier = CourseDeca.laNuitApres(Univers.PREMIER);
        var dernier = CourseDeca.laNuitApres(univers.dernier());
        attendue = new FinAttendue(univers, premier.instant(), dernier.instant());
        mandataire = new MandataireDeBase(BaseDIngestion.port(), faucheuse);
        var pool = BaseDIngestion.vide();
        var vieux = Univers.PREMIER.minusDays(40);
        try (var sources = new Sources(univers, premier, false, sousDossier("avant"))) {
            var course = new CourseDeSources(sources.consigne(0, "", Univers.PREMIER, 0), pool);
            lis(course.banc(CourseDeca.connecteur(
                    sources.consigne(0, "", Univers.PREMIER, 0).deca(), Univers.PREMIER, Univers.PREMIER)));
            lis(course.banc(course.franceTravail()));
            lis(course.banc(course.constructys()));
            sources.depose(
                    "contacts.csv",
                    univers.ocapiat(),
                    CourseDeca.laNuitApres(vieux).instant());
            var autrefois = new CourseDeSources(sources.consigne(0, "", vieux, 0), pool);
            lis(autrefois.banc(autrefois.ocapiat()));
            try (var deca = course.banc(CourseDeca.connecteur("http://localhost", Univers.PREMIER, Univers.PREMIER));
                    var akto = course.banc(course.akto());
                    var constructys = course.banc(course.constructys())) {
                deca.echeance();
                akto.echeance();
                constructys.echeance();
            }
        }
        BaseDIngestion.execute("update quarantaine set recue_le = '2025-09-01'");
        deja = Long.parseLong(BaseDIngestion.texte("select max(id) from execution"));
        assertThat(BaseDIngestion.texte("select count(*) from contact where expire_le < '2025-09-01'"))
                .isNotEqualTo("0");
        assertThat(BaseDIngestion.texte("select count(*) from quarantaine")).isNotEqualTo("0");
    }

    @AfterAll
    void ferme() {
        mandataire.close();
    }

    @Test
    void killedAroundItsCommitsAndAtAnyMomentItEndsWhereTheOracleDoes() throws Exception {
        // Learns which kinds of commits there are
        nuit(-1);
        commits = faucheuse.vus() / 2;
        travail = faucheuse.travail();
        System.out.printf(
                "sans panne ni mort : %d commits de %d sortes%n",
                commits, faucheuse.manquent().size());

        var debut = System.nanoTime();
        var nuits = 0;
        while (nuits < COURSES || COURSES >= TOUTES && !faucheuse.manquent().isEmpty() && nuits < 2 * COURSES) {
            nuit(nuits++);
            if (nuits % 10 == 0) {
                dis(nuits, debut);
            }
        }
        dis(nuits, debut);
        assertThat(ecarts).isEmpty();
        assertThat(faucheuse.combien()).as("avant, après, par l'horloge").doesNotContain(0);
        if (COURSES >= TOUTES) {
            assertThat(faucheuse.manquent()).isEmpty();
        }
    }

    /** One night, in a copy of the database of its own; without a fault nor a death when its number is negative. */
    private void nuit(int numero) throws Exception {
        var hasard = new Random(GRAINE + 31L * numero);
        var horloge = CourseDeca.laNuitApres(univers.dernier());
        var ici = sousDossier("nuit" + numero);
        var pool = BaseDIngestion.copie("feu");
        try (var sources = new Sources(univers, horloge, true, ici)) {
            sources.depose("contacts.xlsx", univers.akto(), horloge.instant());
            if (numero >= 0) {
                sources.tombent(hasard.nextInt());
            }
            var consigne = sources.consigne(mandataire.port(), "feu", univers.dernier(), deja);
            var processus = new ProcessusATuer(dossier, CourseDeSources.class, consigne.mots());
            var mort = 0;
            while (numero >= 0 && mort < morts(numero, hasard) && meurt(processus, numero, mort, hasard)) {
                mort++;
            }
            sansMort += mort == 0 ? 1 : 0;
            faucheuse.guette(processus.lance(), PERSONNE);
            assertThat(faucheuse.attends())
                    .as("nuit %d : %s", numero, journal())
                    .isZero();
            var course = new CourseDeSources(consigne, pool);
            try (var banc = course.banc(CourseDeca.connecteur(consigne.deca(), Univers.PREMIER, univers.dernier()))) {
                attendue.compare(banc, horloge, deja);
            } catch (AssertionError ecart) {
                // One is no reason not to learn of the others.
                ecarts.add("nuit " + numero + " de la graine " + GRAINE + " : " + ecart.getMessage() + "\n" + etat(pool)
                        + "\n" + journal());
                System.out.println(ecarts.get(ecarts.size() - 1));
            }
        } finally {
            pool.closeAndAwait();
        }
    }

    /** What an operator would look at first. */
    private static String etat(Pool pool) {
        return Stream.of(
                        "select concat_ws(' ', 'exécution', id, connecteur, relecture, etat, du, au, jour, lus, crees, rejetes, erreur)"
                                + " from execution order by id",
                        "select concat_ws(' ', 'quarantaine', extrait, jour, motif, count(*)) from quarantaine"
                                + " group by extrait, jour, motif order by 1",
                        "select concat_ws(' ', 'clé sans contrat', count(*)) from contrat_cle k"
                                + " where not exists (select from contrat c where c.id = k.enregistrement)",
                        "select concat_ws(' ', 'contrat', c.id, 'du', c.etat_du, 'identité du', i.etat_du, 'secret', s.epoque)"
                                + " from contrat c left join identite i on i.enregistrement = c.id"
                                + " left join secret s on s.enregistrement = c.id"
                                + " where i.etat_du is distinct from c.etat_du or s.epoque is null",
                        "select concat_ws(' ', 'en attente', jour, extrait, page, count(*)) from ingestion_ligne"
                                + " group by jour, extrait, page order by 1")
                .flatMap(sql ->
                        StreamSupport.stream(pool.query(sql).executeAndAwait().spliterator(), false))
                .map(ligne -> ligne.getString(0))
                .collect(Collectors.joining("\n"));
    }

    /** Every other night goes around what nobody was killed around yet, the others by chance. */
    private boolean cherche(int numero) {
        return numero % 2 == 0 && !faucheuse.manquent().isEmpty();
    }

    private int morts(int numero, Random hasard) {
        return cherche(numero) ? 5 : 1 + hasard.nextInt(2);
    }

    /** Starts it and kills it; false when it came to its end before. */
    private boolean meurt(ProcessusATuer processus, int numero, int mort, Random hasard)
            throws IOException, InterruptedException {
        var lance = processus.lance();
        if (cherche(numero)) {
            // The first start of a night dies in any case: what it would have met later, the next one may.
            faucheuse.guette(lance, mort == 0 ? auHasard(hasard).or(faucheuse::manque) : faucheuse::manque);
            return faucheuse.attends() != 0;
        }
        if (mort > 0 && hasard.nextBoolean()) {
            faucheuse.guette(lance, auHasard(hasard));
            return faucheuse.attends() != 0;
        }
        faucheuse.guette(lance, PERSONNE);
        while (lance.isAlive() && faucheuse.vus() == 0) {
            Thread.sleep(2);
        }
        var fin = System.nanoTime() + hasard.nextLong(travail.toNanos());
        while (lance.isAlive() && System.nanoTime() < fin) {
            Thread.sleep(1);
        }
        return faucheuse.fauche();
    }

    private BiPredicate<String, Cote> auHasard(Random hasard) {
        var lequel = hasard.nextInt(2 * commits);
        return (sorte, cote) -> faucheuse.vus() > lequel;
    }

    private void dis(int nuits, long debut) {
        var combien = faucheuse.combien();
        System.out.printf(
                "%d nuits dont %d sans mort, %d écarts, %d morts avant un commit, %d après, %d par l'horloge, %.0f s ; il manque %d sortes%n%s%n",
                nuits,
                // The one that teaches the kinds has none.
                sansMort - 1,
                ecarts.size(),
                combien.get(0),
                combien.get(1),
                combien.get(2),
                (System.nanoTime() - debut) / 1e9,
                faucheuse.manquent().size(),
                faucheuse.table());
    }

    private static void lis(BancDIngestion banc) throws InterruptedException {
        try (banc) {
            banc.poursuis();
            while (!banc.derniere().etat().toString().equals("TERMINEE")) {
                Thread.sleep(20);
                banc.poursuis();
            }
        }
    }

    private static String journal() {
        try {
            return Files.readString(dossier.resolve("course.log"));
        } catch (IOException illisible) {
            return illisible.toString();
        }
    }

    private static Path sousDossier(String nom) throws IOException {
        return Files.createDirectory(dossier.resolve(nom));
    }
}
