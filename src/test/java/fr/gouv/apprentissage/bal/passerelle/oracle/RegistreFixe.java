package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.smallrye.mutiny.Uni;

/** A register that does not move. */
record RegistreFixe(Registre courant) implements RegistreCourant {

    static RegistreCourant de(Registre registre) {
        return new RegistreFixe(registre);
    }

    @Override
    public Uni<Registre> relis() {
        return Uni.createFrom().item(courant);
    }
}
