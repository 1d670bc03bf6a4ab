package fr.gouv.apprentissage.bal.rotation.epoque;

import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.rotation.APart;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Root fields on epochs. */
@ApplicationScoped
@Unremovable
public class RequetesEpoque {

    private static final String ADMINISTRATEUR = "administrateur";

    private final CadenceDesEpoques cadence;

    RequetesEpoque(CadenceDesEpoques cadence) {
        this.cadence = cadence;
    }

    /** The epochs of the records' secrets, the newest first. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<List<Epoque>> epoques() {
        return APart.fais(cadence::epoques);
    }

    /** Opens a new epoch without waiting for its time: announced now, used once every replica knows it. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<Epoque> ouvreEpoque() {
        return APart.fais(cadence::ouvre);
    }
}
