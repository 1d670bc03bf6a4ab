package fr.gouv.apprentissage.bal.passerelle.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.habilitation.observation.DroitDemande;
import fr.gouv.apprentissage.bal.habilitation.observation.Marque;
import fr.gouv.apprentissage.bal.habilitation.observation.Observateur;
import fr.gouv.apprentissage.bal.habilitation.observation.OperationVue;
import fr.gouv.apprentissage.bal.habilitation.observation.UsageDeDroit;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Has operations observed. What there is to say of one is worked out once for its plan, which has its caller, its purpose and its rights; each request then only looks it up. */
final class Carnet {

    private final Observateur observateur;
    private final EmpreinteDeDocument empreintes;
    private final Cache<Plan, Marque> repondues;
    private final Cache<Plan, Marque> refusees;

    /** @param plans how many plans are kept */
    Carnet(Observateur observateur, EmpreinteDeDocument empreintes, int plans) {
        this.observateur = observateur;
        this.empreintes = empreintes;
        this.repondues = Caffeine.newBuilder().weakKeys().maximumSize(plans).build();
        this.refusees = Caffeine.newBuilder().weakKeys().maximumSize(plans).build();
    }

    /** @param refusee no right serves it: it is refused whole */
    void note(Plan plan, Operation operation, boolean refusee) {
        operation.appelant().finalite().ifPresent(finalite -> (refusee ? refusees : repondues)
                .get(plan, nouveau -> observateur.marque(vue(nouveau, operation, finalite, refusee)))
                .vue());
    }

    private OperationVue vue(Plan plan, Operation operation, String finalite, boolean refusee) {
        var document = operation.document();
        return new OperationVue(
                operation.appelant().client(),
                finalite,
                HexFormat.of().formatHex(empreintes.de(document)),
                DocumentDepouille.texte(document),
                plan.besoins().stream()
                        .map(besoin -> new DroitDemande(besoin.coordonnee(), besoin.acces()))
                        .collect(Collectors.toSet()),
                refusee ? Set.of() : usages(plan));
    }

    private static Set<UsageDeDroit> usages(Plan plan) {
        var decision = plan.droits().decision();
        return plan.besoins().stream()
                .flatMap(besoin -> decision.verdict(besoin.coordonnee(), besoin.acces()).portees().stream()
                        .map(portee -> new UsageDeDroit(
                                decision.actifs().get(portee.octroi()).id(), besoin.coordonnee())))
                .collect(Collectors.toSet());
    }
}
