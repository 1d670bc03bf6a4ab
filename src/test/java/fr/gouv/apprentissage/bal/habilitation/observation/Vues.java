package fr.gouv.apprentissage.bal.habilitation.observation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Operations for tests. */
final class Vues {

    private Vues() {}

    /** One that needs these rights, served by an habilitation where there is one. */
    static OperationVue vue(String client, String empreinte, Set<UsageDeDroit> usages, String... besoins) {
        return new OperationVue(
                client,
                "rdv",
                empreinte,
                "{contrats{nodes{id}}}",
                Arrays.stream(besoins).map(DroitDemande::lis).collect(Collectors.toSet()),
                usages);
    }

    static UsageDeDroit usage(String habilitation, String coordonnee) {
        return new UsageDeDroit(habilitation, Coordonnee.lis(coordonnee));
    }
}
