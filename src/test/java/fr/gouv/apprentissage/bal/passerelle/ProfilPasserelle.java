package fr.gouv.apprentissage.bal.passerelle;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The endpoint with a plan and a register that tests can steer; everything else is real. */
public class ProfilPasserelle implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(PlanDeTest.class, RegistreDeTest.class);
    }
}
