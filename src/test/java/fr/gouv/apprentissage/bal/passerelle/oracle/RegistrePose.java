package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** A register that is what it was last set to. */
final class RegistrePose implements RegistreCourant {

    private volatile Registre registre = new Registre(0, Map.of(), List.of());

    void pose(Registre autre) {
        registre = autre;
    }

    @Override
    public Registre courant() {
        return registre;
    }

    @Override
    public Uni<Registre> relis() {
        return Uni.createFrom().item(registre);
    }

    @Override
    public Uni<Boolean> tient(long revision) {
        return Uni.createFrom().item(registre.revision() == revision);
    }
}
