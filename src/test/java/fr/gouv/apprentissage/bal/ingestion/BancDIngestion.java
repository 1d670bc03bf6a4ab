package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.contact.ContactsIndexes;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Runs a connector against the real database, without a container: one call is one round. */
public final class BancDIngestion implements AutoCloseable {

    private static final EcritureDeFaits SANS_FAITS = (connexion, faits) -> {
        throw new IllegalStateException("DECA n'est pas une source de faits");
    };

    private final ScellementDeTest scellement;
    private final AtelierDIngestion atelier;
    private final IndexAveugles index;
    private final ConnecteurPlanifie connecteur;
    private final Pool pool;
    private final Clock horloge;
    private final ScheduledExecutorService battements = Executors.newSingleThreadScheduledExecutor();
    private final Duration bail;
    private final MeterRegistry mesures = new SimpleMeterRegistry();
    private Meneur meneur;

    public BancDIngestion(Pool pool, Clock horloge, ConnecteurTire connecteur) {
        this(pool, horloge, connecteur, Duration.ofSeconds(5));
    }

    /** @param bail how long what this process leaves behind, killed, holds others off */
    public BancDIngestion(Pool pool, Clock horloge, ConnecteurTire connecteur, Duration bail) {
        this(pool, horloge, connecteur, ScellementDeTest.ouvert(), bail);
    }

    public BancDIngestion(Pool pool, Clock horloge, ConnecteurTire connecteur, ScellementDeTest scellement) {
        this(pool, horloge, connecteur, scellement, Duration.ofSeconds(5));
    }

    public BancDIngestion(
            Pool pool, Clock horloge, ConnecteurTire connecteur, ScellementDeTest scellement, Duration bail) {
        this(pool, horloge, connecteur, scellement, bail, SANS_FAITS);
    }

    /** @param faits where a source of facts writes */
    public BancDIngestion(
            Pool pool,
            Clock horloge,
            ConnecteurPlanifie connecteur,
            ScellementDeTest scellement,
            Duration bail,
            EcritureDeFaits faits) {
        this(pool, horloge, connecteur, scellement, bail, faits, SurDerive.SIGNALER);
    }

    /** Runs a source of facts, whose facts become contacts. */
    public static BancDIngestion deContacts(Pool pool, Clock horloge, ConnecteurDeFaits connecteur) {
        var scellement = ScellementDeTest.ouvert();
        var contacts = new ContactStore(scellement.scellement(), scellement.indexAvecDeuxiemesRegles(), horloge);
        return new BancDIngestion(
                pool,
                horloge,
                connecteur,
                scellement,
                Duration.ofSeconds(5),
                EcritureDeFaits.dans(contacts, scellement.versions()));
    }

    /** Runs what completes contracts. */
    public static BancDIngestion deLots(Pool pool, Clock horloge, ConnecteurDeLots connecteur, SurDerive surDerive) {
        return new BancDIngestion(
                pool, horloge, connecteur, ScellementDeTest.ouvert(), Duration.ofSeconds(60), SANS_FAITS, surDerive);
    }

    /** One that takes drifts otherwise. */
    public BancDIngestion(Pool pool, Clock horloge, ConnecteurTire connecteur, SurDerive surDerive) {
        this(pool, horloge, connecteur, ScellementDeTest.ouvert(), Duration.ofSeconds(5), SANS_FAITS, surDerive);
    }

    private BancDIngestion(
            Pool pool,
            Clock horloge,
            ConnecteurPlanifie connecteur,
            ScellementDeTest scellement,
            Duration bail,
            EcritureDeFaits faits,
            SurDerive surDerive) {
        this.bail = bail;
        this.pool = pool;
        this.horloge = horloge;
        this.scellement = scellement;
        this.connecteur = connecteur;
        this.index = scellement.indexAvecDeuxiemesRegles();
        this.atelier = new AtelierDIngestion(
                pool,
                scellement.scellement(),
                scellement.versions(),
                index,
                scellement.marques(),
                horloge,
                faits,
                surDerive,
                new MesuresDIngestion(mesures, horloge));
        this.meneur = meneur(UUID.randomUUID().toString());
    }

    /** Goes on from the cursor. */
    public void poursuis() {
        meneur.planifie();
        meneur.tour();
    }

    /** Reads a period again. */
    public void relis(LocalDate du, LocalDate au) {
        atelier.executions().demande(connecteur.nom(), du, au);
        meneur.tour();
    }

    /** Asks for a period without reading it. */
    public void demande(LocalDate du, LocalDate au) {
        atelier.executions().demande(connecteur.nom(), du, au);
    }

    /** Asks for a run that goes on from the cursor without running it. */
    public void planifie() {
        meneur.planifie();
    }

    /** Looks at the schedule. */
    public void echeance() {
        meneur.echeance();
    }

    /** Asks for the end of a run. */
    public ExecutionDeConnecteur annule(String id) {
        return ExecutionDeConnecteur.de(meneur.annule(Long.parseLong(id)), java.time.OffsetDateTime.now());
    }

    /** Reads quarantined rows again by today's rules. */
    public RejeuDeQuarantaine rejoue(List<Long> ids) {
        return atelier.rejeu((ConnecteurTire) connecteur).rejoue(ids);
    }

    /** The same with all of the connector. */
    public RejeuDeQuarantaine rejoueTout() {
        return atelier.rejeu((ConnecteurTire) connecteur).rejoueTout();
    }

    /** Takes out what stood in quarantine longer than so many days. */
    public void purge(int jours) {
        new PurgeDeQuarantaine(pool, horloge, jours).purge();
    }

    /** The runs, newest first. */
    public List<ExecutionDeConnecteur> executions() {
        return atelier.executions().dernieres(connecteur.nom(), 100).stream()
                .map(une -> ExecutionDeConnecteur.de(une, java.time.OffsetDateTime.now()))
                .toList();
    }

    public MeterRegistry mesures() {
        return mesures;
    }

    /** What waits is done, if it may. */
    public void tour() {
        meneur.tour();
    }

    /** Another process, which has nothing of this one. */
    public void renais() {
        meneur = meneur(UUID.randomUUID().toString());
    }

    /** Makes the blind indexes of so many records anew; gives the last of them, or nothing where there is none. */
    public Optional<Reindexation.Lot> reindexe(int generation, long apres, int nombre) {
        var lot = new Transactions(pool).dans(connexion -> new Reindexation(
                        scellement.scellement(), index, List.of(new ContactsIndexes(scellement.scellement(), index)))
                .lot(connexion, generation, apres, nombre));
        return Optional.of(lot).filter(fait -> fait.nombre() > 0);
    }

    public ScellementDeTest scellement() {
        return scellement;
    }

    public Pool pool() {
        return pool;
    }

    /** The last run, as {@code connecteurs} shows it. */
    public ExecutionDeConnecteur derniere() {
        var execution = atelier.executions().dernieres(connecteur.nom(), 1).get(0);
        return ExecutionDeConnecteur.de(execution, java.time.OffsetDateTime.now());
    }

    public String curseur() {
        return atelier.executions()
                .curseur(connecteur.nom())
                .map(LocalDate::toString)
                .orElse(null);
    }

    /** First column of a query, as texts. */
    public List<String> textes(String sql) {
        var textes = new ArrayList<String>();
        pool.query(sql).executeAndAwait().forEach(ligne -> textes.add(String.valueOf(ligne.getValue(0))));
        return textes;
    }

    public String texte(String sql) {
        return textes(sql).get(0);
    }

    @Override
    public void close() {
        battements.shutdownNow();
    }

    private Meneur meneur(String titulaire) {
        return atelier.meneur(connecteur, titulaire, bail, battements);
    }
}
