package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.ingestion.QuarantaineStore;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.personne.VerrouDAppariement;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Forgets a person: all or nothing, in one transaction. Order matters: the journal's entry before anything is opened, the list's entry on disk before
 * the commit. If the commit then fails, the entry stands and is carried out at the next start. Blocks.
 */
final class EffacementDePersonne {

    /**
     * What was done.
     *
     * @param signe the erasure
     * @param illisibles values that made no mark
     */
    record Resultat(EffacementSigne signe, int illisibles) {}

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Logger LOG = Logger.getLogger(EffacementDePersonne.class);
    private static final Duration DELAI = Duration.ofSeconds(10);
    /** lock_not_available, deadlock_detected. */
    private static final Set<String> VERROUS = Set.of("55P03", "40P01");

    private final Transactions transactions;
    private final Reconnaissance reconnaissance;
    private final MarquesDeSuppression suppressions;
    private final Effaceur effaceur;
    private final Signataire signataire;
    private final Optional<ListeDesEffacements> liste;
    private final Period duree;
    private final Clock horloge;
    private final Duration attente;
    private final DossierStore dossiers = new DossierStore();
    private final EffacementStore effacements = new EffacementStore();
    private final QuarantaineStore quarantaine = new QuarantaineStore();

    EffacementDePersonne(
            Pool pool,
            Scellement scellement,
            MarquesDeSuppression suppressions,
            Collection<Lieu> lieux,
            Signataire signataire,
            EffacementConfig config,
            Clock horloge) {
        this(pool, scellement, suppressions, lieux, signataire, config, horloge, DELAI);
    }

    /** @param attente how long a signature is waited for */
    EffacementDePersonne(
            Pool pool,
            Scellement scellement,
            MarquesDeSuppression suppressions,
            Collection<Lieu> lieux,
            Signataire signataire,
            EffacementConfig config,
            Clock horloge,
            Duration attente) {
        this.attente = attente;
        this.transactions = new Transactions(pool);
        this.reconnaissance = new Reconnaissance(scellement, suppressions);
        this.suppressions = suppressions;
        this.effaceur = new Effaceur(lieux);
        this.signataire = signataire;
        this.liste = config.effacements().map(ListeDesEffacements::new);
        this.duree = config.dureeDeSuppression();
        this.horloge = horloge;
    }

    /**
     * @param personne the person, or one who was merged into them
     * @param journalise told the tokens of the records, before anything of them is opened; fails when that could not be written down
     * @return empty when there is no such person
     * @throws EffacementImpossible when nothing was done, and asking again may help
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory; nothing was done
     */
    Optional<Resultat> efface(long personne, String motif, Consumer<List<UUID>> journalise) {
        var ou = liste.orElseThrow(() -> new EffacementImpossible(
                "Aucune liste des effacements n'est configurée (bal.droits.effacements) : rien n'a été effacé."));
        try {
            return transactions.dans(connexion -> efface(connexion, personne, motif, journalise, ou));
        } catch (PgException echec) {
            if (VERROUS.contains(String.valueOf(echec.getSqlState()))) {
                throw new EffacementImpossible(
                        "Une lecture de source est en cours de fusion : rien n'a été effacé, réessayez dans quelques minutes.");
            }
            throw echec;
        }
    }

    private Optional<Resultat> efface(
            SqlConnection connexion,
            long personne,
            String motif,
            Consumer<List<UUID>> journalise,
            ListeDesEffacements ou) {
        connexion.query("set local lock_timeout = '" + DELAI.toMillis() + "ms'").executeAndAwait();
        VerrouDAppariement.prends(connexion);
        var enregistrements = dossiers.enregistrements(connexion, personne);
        if (enregistrements.isEmpty()) {
            return Optional.empty();
        }
        journalise.accept(
                enregistrements.stream().flatMap(lu -> lu.jeton().stream()).toList());
        var reconnue = reconnaissance.de(enregistrements);
        var effaces = new ArrayList<Effacement.Efface>();
        enregistrements.forEach(lu -> effaces.add(new Effacement.Efface(lu.id(), lu.jeton())));
        quarantaine
                .de(connexion, reconnue.marques())
                .forEach(id -> effaces.add(new Effacement.Efface(id, Optional.empty())));
        var effacement = new Effacement(
                UUID.randomUUID(),
                horloge.instant().truncatedTo(ChronoUnit.MICROS),
                effaces,
                suppressions.motif(motif),
                LocalDate.now(horloge.withZone(PARIS)).plus(duree),
                FormeDEffacement.empreinte(reconnue.marques()),
                reconnue.marques());
        effaceur.efface(connexion, effacement.enregistrements());
        var signe = signe(effacement);
        effacements.inscris(connexion, signe, LocalDate.now(horloge.withZone(PARIS)));
        inscrisDehors(ou, signe);
        if (reconnue.illisibles() > 0) {
            LOG.warnf(
                    "effacement %s : %d valeurs abîmées n'ont pas laissé de marque",
                    effacement.id(), reconnue.illisibles());
        }
        return Optional.of(new Resultat(signe, reconnue.illisibles()));
    }

    private EffacementSigne signe(Effacement effacement) {
        var signe = signataire
                .signe(cle -> FormeDEffacement.octets(effacement, cle))
                .ifNoItem()
                .after(attente)
                .failWith(
                        () -> new EffacementImpossible(
                                "Le détenteur des clés ne signe pas à temps : rien n'a été effacé, réessayez dans quelques minutes."))
                .await()
                .indefinitely();
        return new EffacementSigne(effacement, signe.cle(), signe.signature());
    }

    private static void inscrisDehors(ListeDesEffacements ou, EffacementSigne signe) {
        try {
            ou.ajoute(signe);
        } catch (UncheckedIOException echec) {
            LOG.errorf(
                    "la liste des effacements ne s'écrit pas (%s)",
                    echec.getCause().getClass().getSimpleName());
            throw new EffacementImpossible("La liste des effacements ne s'écrit pas : rien n'a été effacé.");
        }
    }
}
