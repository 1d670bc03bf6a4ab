package fr.gouv.apprentissage.bal.feu;

import fr.gouv.apprentissage.bal.connecteur.deca.CourseDeca;
import fr.gouv.apprentissage.bal.connecteur.francetravail.CourseFranceTravail;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.ConnecteurDeFichiers;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.FichiersConfig;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.Format;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.SansDepot;
import fr.gouv.apprentissage.bal.contact.BancDeContacts;
import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BasePartagee;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurPlanifie;
import fr.gouv.apprentissage.bal.ingestion.EcritureDeFaits;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One night of a process that is killed: what the schedules and an operator want of it. It looks at the database for what is done, so that started again
 * it does the rest.
 */
final class CourseDeSources {

    static final List<String> DEPARTEMENTS = List.of("35", "44");
    static final int PAGE_D_OFFRES = 30;

    /** Quarantine keeps what came in the last two days. */
    static final int CONSERVATION = 2;

    private static final Duration BAIL = Duration.ofMillis(800);
    private static final int LOT_DE_PURGE = 100;

    private record Config(Optional<Path> dossier, Optional<URI> url) implements FichiersConfig {

        @Override
        public boolean actif() {
            return true;
        }

        @Override
        public String planification() {
            return "0 0 2 * * ?";
        }

        @Override
        public String ouverture() {
            return "00:00-24:00";
        }

        @Override
        public Duration confiance() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration delai() {
            return Duration.ofSeconds(20);
        }
    }

    private final Consigne consigne;
    private final Pool pool;
    private final ScellementDeTest cles = ScellementDeTest.ouvert();
    private final Clock horloge;

    CourseDeSources(Consigne consigne, Pool pool) {
        this.consigne = consigne;
        this.pool = pool;
        this.horloge = consigne.horloge();
    }

    /** Arguments: a {@link Consigne}. */
    public static void main(String... mots) throws InterruptedException {
        var consigne = Consigne.lis(mots);
        new CourseDeSources(consigne, BasePartagee.pool(consigne.port(), consigne.base())).deroule();
        // Vert.x leaves threads behind.
        Runtime.getRuntime().halt(0);
    }

    private void deroule() throws InterruptedException {
        var source =
                new DecaDAujourdhui(CourseDeca.connecteur(consigne.deca(), consigne.premier(), consigne.dernier()));
        try (var deca = banc(source)) {
            deca(deca);
            relis(deca);
            annule(deca, source);
            deca.purge(CONSERVATION);
            deca.rejoueTout();
        }
        faits(akto());
        faits(constructys());
        faits(franceTravail());
        new BancDeContacts(pool, cles, horloge).purge(LOT_DE_PURGE);
    }

    private void deca(BancDIngestion deca) throws InterruptedException {
        deca.echeance();
        jusqua(
                () -> consigne.dernier().toString().equals(deca.curseur())
                        && combien(deca, "deca", "not relecture and etat in ('EN_ATTENTE', 'EN_COURS')") == 0,
                deca::poursuis);
    }

    private void relis(BancDIngestion deca) throws InterruptedException {
        var du = consigne.premier().plusDays(1);
        var au = du.plusDays(1);
        jusqua(() -> combien(deca, "deca", periode(du, au) + " and etat = 'TERMINEE'") > 0, () -> {
            demande(deca, du, au);
            deca.tour();
        });
    }

    /** One that runs, one that waits. */
    private void annule(BancDIngestion deca, DecaDAujourdhui source) throws InterruptedException {
        var premier = consigne.premier().plusDays(1);
        jusqua(() -> combien(deca, "deca", periode(premier, premier) + " and etat = 'ANNULEE'") > 0, () -> {
            var id = demande(deca, premier, premier);
            source.avantUnePage(() -> deca.annule(id));
            deca.tour();
        });
        var deuxieme = premier.plusDays(1);
        jusqua(
                () -> combien(deca, "deca", periode(deuxieme, deuxieme) + " and etat = 'ANNULEE'") > 0,
                () -> deca.annule(demande(deca, deuxieme, deuxieme)));
    }

    private static String demande(BancDIngestion deca, LocalDate du, LocalDate au) {
        var lesquelles = "select id from execution where " + periode(du, au)
                + " and etat in ('EN_ATTENTE', 'EN_COURS') order by id desc limit 1";
        if (deca.textes(lesquelles).isEmpty()) {
            deca.demande(du, au);
        }
        return deca.texte(lesquelles);
    }

    private static String periode(LocalDate du, LocalDate au) {
        return "relecture and du = '%s' and au = '%s'".formatted(du, au);
    }

    private void faits(ConnecteurDeFaits connecteur) throws InterruptedException {
        try (var banc = banc(connecteur)) {
            banc.echeance();
            jusqua(() -> combien(banc, connecteur.nom(), "etat = 'TERMINEE'") > 0, banc::poursuis);
        }
    }

    private long combien(BancDIngestion banc, String connecteur, String condition) {
        return Long.parseLong(banc.texte("select count(*) from execution where connecteur = '" + connecteur
                + "' and id > " + consigne.deja() + " and " + condition));
    }

    /** Again and again, as the watch and the operator do: a source that fails, or a lease of who was killed, is waited for. */
    private static void jusqua(BooleanSupplier fini, Runnable encore) throws InterruptedException {
        while (!fini.getAsBoolean()) {
            encore.run();
            Thread.sleep(20);
        }
    }

    BancDIngestion banc(ConnecteurPlanifie connecteur) {
        return new BancDIngestion(
                pool,
                horloge,
                connecteur,
                cles,
                BAIL,
                EcritureDeFaits.dans(
                        new ContactStore(cles.scellement(), cles.indexAvecDeuxiemesRegles(), horloge),
                        cles.versions()));
    }

    ConnecteurDeFaits franceTravail() {
        return CourseFranceTravail.connecteur(
                consigne.offres(),
                consigne.jetons(),
                new Compte("PAR_bal", consigne.secret()),
                DEPARTEMENTS,
                PAGE_D_OFFRES,
                pool,
                horloge);
    }

    ConnecteurDeFaits akto() {
        return fichiers(Format.AKTO, new Config(Optional.of(consigne.dossier()), Optional.empty()));
    }

    ConnecteurDeFaits constructys() {
        return fichiers(Format.CONSTRUCTYS, new Config(Optional.empty(), Optional.of(URI.create(consigne.adresse()))));
    }

    ConnecteurDeFaits ocapiat() {
        return fichiers(Format.OCAPIAT, new Config(Optional.of(consigne.dossier()), Optional.empty()));
    }

    private ConnecteurDeFaits fichiers(Format format, Config config) {
        return new ConnecteurDeFichiers(
                format,
                config,
                SortieDeTest.vers(consigne.adresse(), config.delai(), horloge),
                action -> action.getAsInt(),
                64 << 20,
                new SansDepot(),
                horloge);
    }
}
