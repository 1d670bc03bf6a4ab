package fr.gouv.apprentissage.bal.passerelle.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What each client may still spend in this minute, in this process: points of cost, and searches. A minute begins with a client's first
 * request and each after the one before. Clients are those of the register, so that there are few; one that is silent is forgotten when its
 * minute is long over.
 */
@Singleton
public class Budgets {
    /** Extension of an error: seconds after which it is worth trying again. */
    public static final String REESSAYER = "reessayerDans";

    private static final Duration PERIODE = Duration.ofMinutes(1);
    private static final Duration OUBLI = Duration.ofMinutes(10);
    private static final int CLIENTS = 10_000;
    private static final long SECONDE = Duration.ofSeconds(1).toNanos();

    private final long points;
    private final long recherches;
    private final TimeMeter temps;
    private final MeterRegistry mesures;
    private final Cache<String, Bucket> couts = seaux();
    private final Cache<String, Bucket> criteres = seaux();

    /** @throws IllegalStateException when one operation may cost more than a minute's budget holds */
    Budgets(
            @ConfigProperty(name = "bal.passerelle.budget", defaultValue = "1000000") long points,
            @ConfigProperty(name = "bal.passerelle.recherches", defaultValue = "600") long recherches,
            Bornes bornes,
            TimeMeter temps,
            MeterRegistry mesures) {
        if (points < bornes.de(Limite.COUT)) {
            throw new IllegalStateException("bal.passerelle.budget : au moins " + Limite.COUT.cle() + " est attendu");
        }
        if (recherches < 1) {
            throw new IllegalStateException("bal.passerelle.recherches : un nombre d'au moins 1 est attendu");
        }
        this.points = points;
        this.recherches = recherches;
        this.temps = temps;
        this.mesures = mesures;
    }

    /**
     * What is left to a client.
     *
     * @param limite points of a minute
     * @param restant points that are left of them
     * @param secondes until all of them are there again, 0 when they are
     */
    public record Etat(long limite, long restant, long secondes) {}

    /** What is left to this client. */
    public Etat etat(String client) {
        var seau = seau(couts, client, points);
        var pleine = seau.estimateAbilityToConsume(points).getNanosToWaitForRefill();
        return new Etat(points, seau.getAvailableTokens(), secondes(pleine));
    }

    /** @throws OperationRefusee with {@code BUDGET_EPUISE} when so many points are not left */
    public void depense(String client, long cout) {
        var essai = seau(couts, client, points).tryConsumeAndReturnRemaining(cout);
        if (!essai.isConsumed()) {
            refuse(CodeErreur.BUDGET_EPUISE, "bal.budgets.epuises", client, essai.getNanosToWaitForRefill());
        }
    }

    /**
     * Takes from the searches of this client.
     *
     * @throws OperationRefusee with {@code RECHERCHES_EPUISEES} when so many are not left, with {@code REQUETE_TROP_GRANDE} when they never are
     */
    void cherche(String client, long nombre) {
        if (nombre == 0) {
            return;
        }
        if (nombre > recherches) {
            compte("bal.recherches.refusees", client);
            throw new OperationRefusee(Limites.depassee("recherches", recherches));
        }
        var essai = seau(criteres, client, recherches).tryConsumeAndReturnRemaining(nombre);
        if (!essai.isConsumed()) {
            refuse(CodeErreur.RECHERCHES_EPUISEES, "bal.recherches.refusees", client, essai.getNanosToWaitForRefill());
        }
    }

    private void refuse(CodeErreur code, String compteur, String client, long attente) {
        compte(compteur, client);
        throw new OperationRefusee(new Erreur(
                code, code.message(), List.of(), Optional.empty(), Map.of(REESSAYER, Math.max(1, secondes(attente)))));
    }

    private void compte(String compteur, String client) {
        mesures.counter(compteur, "client", client).increment();
    }

    private Bucket seau(Cache<String, Bucket> seaux, String client, long capacite) {
        return seaux.get(client, nouveau -> Bucket.builder()
                .addLimit(limite -> limite.capacity(capacite).refillIntervally(capacite, PERIODE))
                .withCustomTimePrecision(temps)
                .build());
    }

    private static Cache<String, Bucket> seaux() {
        return Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(OUBLI)
                .build();
    }

    private static long secondes(long nanos) {
        return (nanos + SECONDE - 1) / SECONDE;
    }
}
