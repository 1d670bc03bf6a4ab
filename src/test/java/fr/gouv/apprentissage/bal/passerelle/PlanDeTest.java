package fr.gouv.apprentissage.bal.passerelle;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.execution.ExecuteurDePlan;
import fr.gouv.apprentissage.bal.passerelle.execution.Operation;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import graphql.execution.MergedField;
import graphql.language.StringValue;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The other side of the seam: answers what the id of {@code contrat} asks for, from a thread of its own; {@code contrats} says who asked. */
@Alternative
@Singleton
public class PlanDeTest implements ExecuteurDePlan {
    private static final Set<String> PLANIFIES = Set.of("personne", "personnes", "contrat", "contrats");

    @Override
    public Uni<Reponse> execute(Operation operation, List<MergedField> racines) {
        if (demande(racines, "lance")) {
            throw new IllegalStateException("valeur secrète");
        }
        return Uni.createFrom()
                .item(() -> reponse(operation, racines))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public boolean estPlanifie(String champRacine) {
        return PLANIFIES.contains(champRacine);
    }

    private static Reponse reponse(Operation operation, List<MergedField> racines) {
        if (demande(racines, "panne")) {
            throw new IllegalStateException("valeur secrète");
        }
        if (demande(racines, "journal")) {
            return Reponse.refus(Erreur.de(CodeErreur.JOURNAL_INDISPONIBLE));
        }
        var json = new LinkedHashMap<String, String>();
        racines.forEach(racine -> json.put(racine.getResultKey(), json(operation, racine)));
        var erreurs = racines.stream()
                .filter(racine -> racine.getName().equals("contrats"))
                .map(racine -> new Erreur(
                        CodeErreur.CHAMP_NON_HABILITE,
                        CodeErreur.CHAMP_NON_HABILITE.message(),
                        List.of(racine.getResultKey(), "nodes"),
                        Optional.of(racine.getSingleField().getSourceLocation()),
                        Map.of("coordonnee", "Contrat.numero", "motif", "AUCUN_DROIT")))
                .toList();
        return new Reponse(json, erreurs, Map.of("journal", Map.of("id", "1")), false);
    }

    private static String json(Operation operation, MergedField racine) {
        var appelant = operation.appelant();
        return switch (racine.getName()) {
            case "contrat" -> demande(List.of(racine), "absent") ? "null" : "{\"id\": \"é\\u00e9\",  \"type\":  null}";
            case "personnes" -> "null";
            default ->
                "{\"client\":\"%s\",\"agent\":\"%s\",\"finalite\":\"%s\",\"mode\":\"%s\",\"roles\":%d,\"perimetre\":\"%s\"}"
                        .formatted(
                                appelant.client(),
                                appelant.agent().orElse("-"),
                                appelant.finalite().orElse("-"),
                                operation.mode(),
                                appelant.roles().size(),
                                appelant.perimetre().bornes());
        };
    }

    private static boolean demande(List<MergedField> racines, String id) {
        return racines.stream()
                .flatMap(racine -> racine.getSingleField().getArguments().stream())
                .anyMatch(argument -> argument.getValue() instanceof StringValue texte
                        && texte.getValue().equals(id));
    }
}
