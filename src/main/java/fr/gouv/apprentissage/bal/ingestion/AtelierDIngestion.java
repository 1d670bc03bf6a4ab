package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** Puts together what runs a connector: no container is needed for it. */
final class AtelierDIngestion {

    private final Pool pool;
    private final Scellement scellement;
    private final IndexAveugles index;
    private final Rappels rappels;
    private final Clock horloge;
    private final VersionsDeCles versions;
    private final EcritureDeFaits faits;
    private final SurDerive surDerive;
    private final MesuresDIngestion mesures;

    AtelierDIngestion(
            Pool pool,
            Scellement scellement,
            VersionsDeCles versions,
            IndexAveugles index,
            MarquesDeSuppression marques,
            Clock horloge,
            EcritureDeFaits faits,
            SurDerive surDerive,
            MesuresDIngestion mesures) {
        this.surDerive = surDerive;
        this.faits = faits;
        this.mesures = mesures;
        this.rappels = new Rappels(marques, horloge);
        this.pool = pool;
        this.scellement = scellement;
        this.versions = versions;
        this.index = index;
        this.horloge = horloge;
    }

    ExecutionStore executions() {
        return new ExecutionStore(pool, horloge);
    }

    Meneur meneur(ConnecteurPlanifie connecteur, String titulaire, Duration bail, ScheduledExecutorService battements) {
        return new Meneur(
                horloge,
                connecteur,
                executions(),
                new Transactions(pool),
                new BailStore(pool, titulaire, bail),
                gardees -> parcours(connecteur, gardees),
                mesures,
                battements);
    }

    /** Reads quarantined rows of a connector again. */
    Rejeu rejeu(ConnecteurTire connecteur) {
        var transactions = new Transactions(pool);
        return new Rejeu(
                transactions,
                connecteur,
                scellement,
                versions,
                attente(transactions),
                new FusionDeLot(connecteur, scellement, versions, rappels),
                mesures);
    }

    private Parcours parcours(ConnecteurPlanifie connecteur, Transactions gardees) {
        if (connecteur instanceof ConnecteurTire tire) {
            return parcours(tire, gardees);
        }
        if (connecteur instanceof ConnecteurDeFaits deFaits) {
            return new ParcoursDeParts(
                    deFaits, gardees, executions(), new PartStore(horloge), faits, surDerive, mesures);
        }
        if (connecteur instanceof ConnecteurDeLots deLots) {
            return new ParcoursDeLots(deLots, gardees, executions(), new PartStore(horloge), surDerive, mesures);
        }
        throw new IllegalStateException("connecteur d'une sorte inconnue : " + connecteur.nom());
    }

    private MiseEnAttente attente(Transactions transactions) {
        return new MiseEnAttente(
                transactions,
                scellement,
                versions,
                index,
                rappels,
                new ContactStore(scellement, index, horloge),
                champs());
    }

    private Parcours parcours(ConnecteurTire connecteur, Transactions gardees) {
        var attente = attente(gardees);
        return new ParcoursDeJours(
                horloge,
                connecteur,
                gardees,
                executions(),
                new LectureDeJournee(gardees, connecteur, attente, surDerive),
                new FusionDeJournee(gardees, connecteur, executions(), scellement, versions, rappels),
                mesures);
    }

    /** The personal fields of contracts and persons, by column. */
    static Map<String, ChampScelle<?>> champs() {
        var champs = new HashMap<String, ChampScelle<?>>();
        Stream.of(Personne.class, Contrat.class)
                .flatMap(type -> Colonne.de(type).stream())
                .flatMap(colonne -> colonne.champ().stream())
                .filter(ChampDeclare::personnel)
                .forEach(champ -> champs.put(champ.colonne(), ChampsScelles.de(champ)));
        return champs;
    }
}
