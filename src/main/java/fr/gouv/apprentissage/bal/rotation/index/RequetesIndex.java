package fr.gouv.apprentissage.bal.rotation.index;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.rotation.APart;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Root fields on the turning of blind indexes. */
@ApplicationScoped
@Unremovable
public class RequetesIndex {

    private static final String ADMINISTRATEUR = "administrateur";
    private static final int MONTREES = 100;

    private final ConduiteDIndex conduite;

    RequetesIndex(ConduiteDIndex conduite) {
        this.conduite = conduite;
    }

    /** The jobs, newest first, 100 at most. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<List<RotationDIndex>> rotationsDIndex() {
        return APart.fais(() -> conduite.rotations().dernieres(MONTREES).stream()
                .map(Travail::montre)
                .toList());
    }

    /**
     * A new generation of every blind index, and a job that brings all records under it.
     *
     * @throws ArgumentInvalide while the former one is not gone, or a process of an older package lives
     * @throws ClesIndisponibles when the holder is out of reach, or refuses
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RotationDIndex> tourneIndex() {
        return APart.fais(() -> conduite.rotations().demande().montre());
    }

    /**
     * Retires the generations before this one on the proof of its job; their rows go a minute later.
     *
     * @throws ArgumentInvalide when there is no such proof
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RotationDIndex> retireIndex(@NonNul Integer generation) {
        return APart.fais(() -> conduite.rotations().retire(generation).montre());
    }
}
