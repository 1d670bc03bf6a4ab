package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotEnCours;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotStore;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Takes in files that are handed in for a connector, and has them read. Blocks. */
@Singleton
public class ReceptionDeFichiers {

    private final Conduite conduite;
    private final DepotStore depots;

    ReceptionDeFichiers(Conduite conduite, DepotStore depots) {
        this.conduite = conduite;
        this.depots = depots;
    }

    /**
     * Opens one.
     *
     * @throws ArgumentInvalide when no connector of that name takes files, or it is not active
     */
    public DepotEnCours commence(String connecteur) {
        var vise = conduite.connecteurs().stream()
                .filter(un -> un.nom().equals(connecteur))
                .filter(un -> un instanceof ConnecteurDeFaits deFaits && deFaits.recoitDesFichiers())
                .findFirst()
                .orElseThrow(
                        () -> new ArgumentInvalide("connecteur", "aucun connecteur de ce nom ne reçoit de fichiers"));
        if (!vise.actif()) {
            throw new ArgumentInvalide("connecteur", "ce connecteur n'est pas actif");
        }
        return depots.commence(connecteur);
    }

    /** It is whole: a run of its connector is asked for, and reads it. */
    public ExecutionDeConnecteur termine(String connecteur, DepotEnCours depot) {
        depot.termine();
        return ExecutionDeConnecteur.de(
                conduite.lance(connecteur, Optional.empty()), OffsetDateTime.now(conduite.horloge()));
    }
}
