package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.scellement.Rescellement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Moves jobs on, one {@link Etape} at a time. */
final class Rotateur {

    private static final Logger LOG = Logger.getLogger(Rotateur.class);
    private static final Duration ENTRE_PASSES = Duration.ofSeconds(2);
    private static final Duration DELAI = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final RotationStore store = new RotationStore();
    private final Scellement scellement;
    private final VersionsDeCles versions;
    private final Places places;
    private final EntreeDeTraitement entree;
    private final Signataire signataire;
    private final RotationConfig config;
    private final Clock horloge;
    private final BiConsumer<Rotation, Long> faites;

    /** @param faites told how many values each batch sealed again */
    Rotateur(
            Transactions transactions,
            Scellement scellement,
            VersionsDeCles versions,
            Places places,
            EntreeDeTraitement entree,
            Signataire signataire,
            RotationConfig config,
            Clock horloge,
            BiConsumer<Rotation, Long> faites) {
        this.transactions = transactions;
        this.scellement = scellement;
        this.versions = versions;
        this.places = places;
        this.entree = entree;
        this.signataire = signataire;
        this.config = config;
        this.horloge = horloge;
        this.faites = faites;
    }

    /** One step of the first job that may go on; how long to wait before the next one, empty: there is nothing to do now. */
    Optional<Duration> pas() {
        for (var rotation : transactions.avec(store::ouvertes)) {
            var suite = pas(rotation);
            if (suite.isPresent()) {
                return suite;
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> pas(Rotation rotation) {
        return Etape.essaie("rotation " + rotation.id(), motif -> attends(rotation, motif), () -> {
            if (!versions.sert(rotation.classe(), rotation.version())) {
                attends(rotation, "la nouvelle version n'est pas encore active");
                return Optional.empty();
            }
            return rotation.commenceeLe().isPresent() ? transactions.dans(c -> lot(c, rotation)) : commence(rotation);
        });
    }

    private void attends(Rotation rotation, String motif) {
        transactions.avec(connexion -> {
            store.suivi().attends(connexion, rotation.id(), motif);
            return rotation;
        });
    }

    /** Nothing is written under an older version from here on; then the journal knows, and the job begins. */
    private Optional<Duration> commence(Rotation demandee) {
        var tenue = transactions.dans(connexion -> {
            connexion.query("set local lock_timeout = '2s'").executeAndAwait();
            var sienne = store.tiens(connexion, demandee.id());
            sienne.ifPresent(une -> versions.impose(connexion, une.classe(), une.version()));
            return sienne;
        });
        if (tenue.isEmpty()) {
            return Optional.empty();
        }
        return transactions.dans(connexion -> {
            var preuve = places.compte(connexion);
            var sienne = store.tiens(connexion, demandee.id())
                    .filter(une -> une.commenceeLe().isEmpty());
            if (sienne.isEmpty()) {
                return Optional.empty();
            }
            entree.inscris(Traitement.ROTATION_DE_CLE, "tourneCle " + demandee.classe() + " " + demandee.version())
                    .await()
                    .atMost(DELAI);
            store.commence(
                    connexion,
                    demandee.id(),
                    preuve.horsDe(demandee.classe(), demandee.version()),
                    places.premiere(),
                    maintenant());
            LOG.infof(
                    "rotation %d : clé %s, version %d, commence", demandee.id(), demandee.classe(), demandee.version());
            return Optional.of(Duration.ZERO);
        });
    }

    private Optional<Duration> lot(SqlConnection connexion, Rotation connue) {
        if (connue.place().isEmpty()) {
            return fin(connexion, connue);
        }
        var tenue = store.tiens(connexion, connue.id());
        if (tenue.isEmpty() || tenue.get().place().isEmpty()) {
            return Optional.empty();
        }
        var pause = store.pause(connexion, connue.id());
        if (!pause.isZero()) {
            return Optional.of(pause);
        }
        var rotation = tenue.get();
        var place = rotation.place().get();
        var lieu = places.de(place.lieu());
        var apres = lieu.nom().equals(place.lieu()) ? place.position() : Optional.<String>empty();
        var lot = lieu.rescelle(
                connexion, new Rescellement(scellement, rotation.classe(), rotation.version()), apres, config.lot());
        lot.illisibles().stream()
                .distinct()
                .forEach(id -> LOG.warnf(
                        "rotation %d : %s, enregistrement %d : une valeur ne s'ouvre pas",
                        rotation.id(), lieu.nom(), id));
        var suite = lot.position().isPresent()
                ? Optional.of(new Rotation.Place(lieu.nom(), lot.position()))
                : places.apres(lieu);
        store.avance(connexion, rotation, lieu.nom(), lot, suite, repos(lot.lignes()));
        faites.accept(rotation, lot.valeurs());
        return Optional.of(Duration.ZERO);
    }

    /** A pass has ended: whether it was the last one, a count over all places says. */
    private Optional<Duration> fin(SqlConnection connexion, Rotation connue) {
        var preuve = places.compte(connexion);
        var tenue =
                store.tiens(connexion, connue.id()).filter(une -> une.place().isEmpty());
        if (tenue.isEmpty()) {
            return Optional.empty();
        }
        var rotation = tenue.get();
        var restants = preuve.horsDe(rotation.classe(), rotation.version());
        if (restants > rotation.illisibles()) {
            store.passe(connexion, rotation.id(), places.premiere(), ENTRE_PASSES);
            return Optional.of(ENTRE_PASSES);
        }
        var anciennes = versions.connues(rotation.classe()).stream()
                .filter(version -> version < rotation.version())
                .toList();
        var texte = preuve.texte(rotation, anciennes, horloge.instant());
        store.suivi()
                .termine(
                        connexion,
                        rotation.id(),
                        restants == 0 ? EtatExecution.TERMINEE : EtatExecution.ECHOUEE,
                        restants == 0
                                ? Optional.empty()
                                : Optional.of(
                                        restants + " valeur(s) ne s'ouvrent pas : les anciennes versions restent"),
                        PreuveSignee.de(texte, signataire),
                        maintenant());
        LOG.infof(
                "rotation %d : clé %s, version %d, finie, %d valeurs scellées à nouveau, %d qui ne s'ouvrent pas",
                rotation.id(), rotation.classe(), rotation.version(), rotation.faits(), restants);
        return Optional.of(Duration.ZERO);
    }

    private Duration repos(int lignes) {
        return config.debit() == 0 ? Duration.ZERO : Duration.ofMillis(lignes * 1000L / config.debit());
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
