package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.connecteur.opco.fichier.ConnecteurDeFichiers;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.DepotsEnBase;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.FichiersConfig;
import fr.gouv.apprentissage.bal.connecteur.opco.fichier.Format;
import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.RepriseAvecGarde;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotStore;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sorties;
import fr.gouv.apprentissage.bal.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Gives ingestion the connectors of files, one by format. */
@ApplicationScoped
public class FichiersDeContacts {

    private static final int ESSAIS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAXIMALE = Duration.ofSeconds(60);

    private final OpcoConfig.Fichiers config;
    private final Sorties sorties;
    private final DepotStore depots;
    private final EntreeDeTraitement entree;
    private final Clock horloge;

    FichiersDeContacts(
            OpcoConfig config,
            Sorties sorties,
            DepotStore depots,
            Journal journal,
            RegistreCourant registre,
            Clock horloge) {
        this.depots = depots;
        this.entree = new EntreeDeTraitement(journal, registre);
        this.config = config.fichiers();
        this.sorties = sorties;
        this.horloge = horloge;
    }

    @Produces
    @Singleton
    ConnecteurDeFaits akto() {
        return connecteur(Format.AKTO, config.akto());
    }

    @Produces
    @Singleton
    ConnecteurDeFaits constructys() {
        return connecteur(Format.CONSTRUCTYS, config.constructys());
    }

    @Produces
    @Singleton
    ConnecteurDeFaits ocapiat() {
        return connecteur(Format.OCAPIAT, config.ocapiat());
    }

    @Produces
    @Singleton
    ConnecteurDeFaits deca() {
        return connecteur(Format.DECA, config.deca());
    }

    private ConnecteurDeFaits connecteur(Format format, FichiersConfig fichiers) {
        // One download a run: its rate is no one's concern.
        var sortie = sorties.vers(
                "contacts-" + format.nom(), () -> fichiers.url().stream().toList(), 1, fichiers.delai());
        return new ConnecteurDeFichiers(
                format,
                fichiers,
                sortie,
                new RepriseAvecGarde(ESSAIS, PAUSE, PAUSE_MAXIMALE),
                config.classeur().asLongValue(),
                new DepotsEnBase(depots, entree, "contacts-" + format.nom()),
                horloge);
    }
}
