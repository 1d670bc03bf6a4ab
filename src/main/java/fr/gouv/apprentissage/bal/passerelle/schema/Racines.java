package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.contrat.ContratsDePersonne;
import fr.gouv.apprentissage.bal.contrat.Employeur;
import fr.gouv.apprentissage.bal.contrat.RequetesContrat;
import fr.gouv.apprentissage.bal.droits.RequetesDroits;
import fr.gouv.apprentissage.bal.droits.RequetesSimulation;
import fr.gouv.apprentissage.bal.droits.effacement.RequetesEffacement;
import fr.gouv.apprentissage.bal.habilitation.RequetesHabilitation;
import fr.gouv.apprentissage.bal.habilitation.registre.AdministrationDesDroits;
import fr.gouv.apprentissage.bal.ingestion.ConnecteursEnGraphql;
import fr.gouv.apprentissage.bal.ingestion.QuarantaineEnGraphql;
import fr.gouv.apprentissage.bal.passerelle.operation.registre.AdministrationDesOperations;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.RequetesPersonne;
import fr.gouv.apprentissage.bal.referentiel.RequetesReferentiel;
import fr.gouv.apprentissage.bal.rotation.RotationsEnGraphql;
import fr.gouv.apprentissage.bal.rotation.epoque.RequetesEpoque;
import fr.gouv.apprentissage.bal.rotation.index.RequetesIndex;
import java.util.List;

/**
 * What the schema is derived from. The one list to extend when a room gains a root field; types are reached from here.
 *
 * @param planifiees interfaces whose methods are root fields that the plan answers
 * @param resolveurs CDI beans whose methods marked {@code @Requete} or {@code @Modification} are root fields
 * @param extensions interfaces that add fields to a type of a lower room
 * @param habilitables types whose fields need rights
 * @param connexions those of them that are served as connections
 */
public record Racines(
        List<Class<?>> planifiees,
        List<Class<?>> resolveurs,
        List<Class<?>> extensions,
        List<Class<?>> habilitables,
        List<Class<?>> connexions) {
    public Racines {
        planifiees = List.copyOf(planifiees);
        resolveurs = List.copyOf(resolveurs);
        extensions = List.copyOf(extensions);
        habilitables = List.copyOf(habilitables);
        connexions = List.copyOf(connexions);
    }

    /** What this application serves. */
    public static Racines servies() {
        return new Racines(
                List.of(RequetesPersonne.class, RequetesContrat.class),
                List.of(
                        RequetesHabilitation.class,
                        AdministrationDesDroits.class,
                        AdministrationDesOperations.class,
                        RequetesReferentiel.class,
                        ConnecteursEnGraphql.class,
                        QuarantaineEnGraphql.class,
                        RequetesDroits.class,
                        RequetesEffacement.class,
                        RequetesSimulation.class,
                        RotationsEnGraphql.class,
                        RequetesEpoque.class,
                        RequetesIndex.class),
                List.of(ContratsDePersonne.class),
                List.of(Personne.class, Contrat.class, Employeur.class),
                List.of(Personne.class, Contrat.class));
    }
}
