package fr.gouv.apprentissage.bal.ingestion;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts by connector and reason, never a value. Counters tell what this process merged; the age of a cursor is the cluster's, as this process saw
 * it last.
 */
final class MesuresDIngestion {

    private static final String CONNECTEUR = "connecteur";

    private final MeterRegistry registre;
    private final Clock horloge;
    private final Map<String, LocalDate> curseurs = new ConcurrentHashMap<>();

    MesuresDIngestion(MeterRegistry registre, Clock horloge) {
        this.registre = registre;
        this.horloge = horloge;
    }

    /** Something was committed. */
    void compte(String connecteur, Bilan bilan) {
        lignes(connecteur, "lues", bilan.lus());
        lignes(connecteur, "creees", bilan.crees());
        lignes(connecteur, "modifiees", bilan.modifies());
        lignes(connecteur, "inchangees", bilan.inchanges());
        lignes(connecteur, "rejetees", bilan.rejetes());
        bilan.signalements().forEach((motif, nombre) -> registre.counter(
                        "bal.ingestion.signalements", CONNECTEUR, connecteur, "motif", motif)
                .increment(nombre));
    }

    /** A run came to its end. */
    void finie(String connecteur, EtatExecution etat) {
        registre.counter("bal.ingestion.executions", CONNECTEUR, connecteur, "etat", etat.name())
                .increment();
    }

    /** Quarantined rows were read again. */
    void rejouees(String connecteur, RejeuDeQuarantaine fait) {
        rejeux(connecteur, "acceptees", fait.acceptes());
        rejeux(connecteur, "rejetees", fait.rejetes());
    }

    /** A run stopped for want of something of our own, to go on later. */
    void interrompue(String connecteur, Interruption interruption) {
        registre.counter("bal.ingestion.interruptions", CONNECTEUR, connecteur, "motif", interruption.name())
                .increment();
    }

    /** The last day that is merged. */
    void curseur(String connecteur, LocalDate jour) {
        if (curseurs.put(connecteur, jour) == null) {
            Gauge.builder("bal.ingestion.curseur.age", curseurs, connus -> age(connus.get(connecteur)))
                    .description("Secondes depuis la fin du dernier jour lu d'un connecteur")
                    .baseUnit("seconds")
                    .tag(CONNECTEUR, connecteur)
                    .register(registre);
        }
    }

    private double age(LocalDate jour) {
        return Duration.between(Jours.minuit(jour.plusDays(1)).toInstant(), horloge.instant())
                .toSeconds();
    }

    private void rejeux(String connecteur, String sort, long nombre) {
        registre.counter("bal.ingestion.rejeux", CONNECTEUR, connecteur, "sort", sort)
                .increment(nombre);
    }

    private void lignes(String connecteur, String sort, long nombre) {
        registre.counter("bal.ingestion.lignes", CONNECTEUR, connecteur, "sort", sort)
                .increment(nombre);
    }
}
