package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Renveloppement;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Root fields on the turning of keys. */
@ApplicationScoped
@Unremovable
public class RotationsEnGraphql {

    private static final String ADMINISTRATEUR = "administrateur";
    private static final int MONTREES = 100;

    private final ConduiteDesRotations conduite;
    private final Renveloppement renveloppement;

    RotationsEnGraphql(ConduiteDesRotations conduite, Renveloppement renveloppement) {
        this.conduite = conduite;
        this.renveloppement = renveloppement;
    }

    /**
     * Wraps the kept keys anew, once the operator has turned a master key at the holder. What is sealed does not change.
     *
     * @throws ClesIndisponibles when the holder is out of reach
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RenveloppementDeCles> renveloppeCles() {
        return APart.fais(() -> RenveloppementDeCles.de(renveloppement.execute()));
    }

    /** The jobs, newest first, 100 at most. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<List<RotationDeCle>> rotationsDeCles() {
        return APart.fais(() -> conduite.rotations().dernieres(MONTREES).stream()
                .map(RotationDeCle::de)
                .toList());
    }

    /**
     * Turns the key of a class: a new version, and a job that brings old values under it.
     *
     * @throws ClesIndisponibles when the holder is out of reach, or refuses
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RotationDeCle> tourneCle(@NonNul Classe classe) {
        return APart.fais(() -> RotationDeCle.de(conduite.rotations().demande(classe)))
                .invoke(conduite::veille);
    }

    /**
     * Retires an old version of a class's key on the proof of the job that brought its values under a newer one.
     *
     * @throws ArgumentInvalide when there is no such proof, or something stands under the version
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RotationDeCle> retireCle(@NonNul Classe classe, @NonNul Integer version) {
        return APart.fais(() -> RotationDeCle.de(conduite.rotations().retire(classe, version)));
    }
}
