package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDePlan;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** At start: every root field has somebody who answers it, and nobody answers what the schema does not have. */
@Singleton
public class Inventaire {
    void verifie(@Observes @Priority(1) StartupEvent debut, ExecuteurDePlan plan) {
        for (var racine : SchemaServi.servi().racines()) {
            if (racine.type().equals("Query") && plan.estPlanifie(racine.nom()) != racine.planifiee()) {
                throw new IllegalStateException("le champ " + racine.nom()
                        + (racine.planifiee() ? " n'a pas de plan" : " a un plan et une méthode"));
            }
        }
    }
}
