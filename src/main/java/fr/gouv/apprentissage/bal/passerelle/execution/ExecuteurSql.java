package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.observation.Observateur;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.RevisionPerimee;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Defaillance;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.plan.Compilateur;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers what records answer, with PostgreSQL: plan, rows, journal, opening; in this order. */
@ApplicationScoped
public class ExecuteurSql implements ExecuteurDePlan {

    /** The habilitations may move while an operation runs; not for ever. */
    private static final int ESSAIS = 5;

    private final RegistreCourant registre;
    private final Scellement scellement;
    private final IndexAveugles index;
    private final Pseudonymes pseudonymes;
    private final Journal journal;
    private final Pool pool;
    private final Plans plans;
    private final int seuil;
    private final EmpreinteDeDocument empreintes = new EmpreinteDeDocument();
    private final Carnet carnet;

    ExecuteurSql(
            RegistreCourant registre,
            Catalogue catalogue,
            Scellement scellement,
            IndexAveugles index,
            Pseudonymes pseudonymes,
            Journal journal,
            Pool pool,
            Observateur observateur,
            @ConfigProperty(name = "bal.passerelle.plans", defaultValue = "1000") int plansGardes,
            @ConfigProperty(name = "bal.passerelle.ouvertures-en-boucle", defaultValue = "1000") int seuil) {
        this.registre = registre;
        this.scellement = scellement;
        this.index = index;
        this.pseudonymes = pseudonymes;
        this.journal = journal;
        this.pool = pool;
        this.plans = new Plans(catalogue, plansGardes);
        this.seuil = seuil;
        this.carnet = new Carnet(observateur, empreintes, plansGardes);
    }

    @Override
    public boolean estPlanifie(String champRacine) {
        return Compilateur.RACINES.contains(champRacine);
    }

    @Override
    public Uni<Reponse> execute(Operation operation, List<MergedField> racines) {
        return Uni.createFrom()
                .deferred(() -> tente(operation, racines, ESSAIS))
                .onFailure()
                .recoverWithItem(echec -> Reponse.refus(Defaillance.erreur(echec)));
    }

    private Uni<Reponse> tente(Operation operation, List<MergedField> racines, int essais) {
        var arguments = arguments(operation, racines);
        var plan = plans.plan(operation, racines, arguments, registre.courant());
        if (operation.mode() == Mode.A_BLANC) {
            return Uni.createFrom().item(ABlanc.de(plan));
        }
        var refus = Refusees.de(plan, operation.mode());
        if (essais == ESSAIS) {
            carnet.note(plan, operation, !refus.isEmpty());
        }
        if (!refus.isEmpty()) {
            return Uni.createFrom().item(Reponse.refus(refus));
        }
        var execution = new Execution(plan, operation, index, pseudonymes, pool, arguments);
        return uni(execution.lis())
                .chain(lu -> inscris(execution, operation, plan.revision()))
                .chain(inscrite -> ecris(execution, inscrite))
                .onFailure(RevisionPerimee.class)
                .recoverWithUni(perimee -> essais <= 1
                        ? Uni.createFrom().item(Reponse.refus(Erreur.de(CodeErreur.JOURNAL_INDISPONIBLE)))
                        : registre.relis().chain(relu -> tente(operation, racines, essais - 1)));
    }

    /** What discloses nothing has no entry; it still says what the caller may, so the revision is compared without one. */
    private Uni<Map<String, Object>> inscris(Execution execution, Operation operation, long revision) {
        return execution
                .divulgation(empreintes.de(operation.document()))
                .map(divulgation -> journal.inscris(divulgation).map(Recepisse::de))
                .orElseGet(() -> registre.tient(revision).map(tient -> {
                    if (!tient) {
                        throw new RevisionPerimee();
                    }
                    return Map.of();
                }));
    }

    private Uni<Reponse> ecris(Execution execution, Map<String, Object> extensions) {
        if (execution.valeursScellees() <= seuil) {
            return Uni.createFrom().item(execution.ecris(new Ouvreur(scellement), extensions));
        }
        return Uni.createFrom()
                .item(() -> execution.ecris(new Ouvreur(scellement), extensions))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static Map<String, Map<String, Object>> arguments(Operation operation, List<MergedField> racines) {
        var parCle = new LinkedHashMap<String, Map<String, Object>>();
        for (var racine : racines) {
            var definition = operation.schema().getQueryType().getFieldDefinition(racine.getName());
            parCle.put(
                    racine.getResultKey(),
                    ValuesResolver.getArgumentValues(
                            operation.schema().getCodeRegistry(),
                            definition.getArguments(),
                            racine.getSingleField().getArguments(),
                            CoercedVariables.of(operation.variables()),
                            GraphQLContext.getDefault(),
                            Locale.FRENCH));
        }
        return parCle;
    }

    private static <T> Uni<T> uni(Future<T> futur) {
        return Uni.createFrom().completionStage(futur::toCompletionStage);
    }
}
