package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;

/** A run of a connector, as {@code connecteurs} shows it. */
public record ExecutionDeConnecteur(
        @Id @NonNul String id,
        @NonNul EtatExecution etat,
        OffsetDateTime commenceLe,
        OffsetDateTime termineLe,
        String du,
        String au,
        @Description("Rows as the source sent them") @NonNul Integer lus,
        @Description("Records") @NonNul Integer crees,
        @NonNul Integer modifies,
        @NonNul Integer inchanges,
        @Description("Rows put into quarantine") @NonNul Integer rejetes,
        @Description("Rows kept with a doubt, by reason: value dropped, odd number, unknown code, ambiguous person…")
                @NonNul
                List<Signalement> signalements,
        @Description("Of a file: where the first rows of each doubt stand") @NonNul
                List<LignesSignalees> lignesSignalees,
        @Description("Fields that did not look as the contract of the source says") @NonNul List<Derive> derives,
        @Description("Why it failed, or waits") String erreur,
        @Description("Share of its days that are merged, 0 to 1") @NonNul Double progression,
        @Description("Rows read a second, since it first started") Double lignesParSeconde,
        @Description("When it should end, as long as it runs") OffsetDateTime finEstimee) {

    public ExecutionDeConnecteur {
        signalements = List.copyOf(signalements);
        lignesSignalees = List.copyOf(lignesSignalees);
        derives = List.copyOf(derives);
    }

    static ExecutionDeConnecteur de(Execution execution, OffsetDateTime maintenant) {
        var bilan = execution.bilan();
        return new ExecutionDeConnecteur(
                Long.toString(execution.id()),
                execution.etat(),
                execution.commenceLe(),
                execution.termineLe(),
                texte(execution.du()),
                texte(execution.au()),
                entier(bilan.lus()),
                entier(bilan.crees()),
                entier(bilan.modifies()),
                entier(bilan.inchanges()),
                entier(bilan.rejetes()),
                new TreeMap<>(bilan.signalements())
                        .entrySet().stream()
                                .map(un -> new Signalement(un.getKey(), entier(un.getValue())))
                                .toList(),
                execution.lignes(),
                execution.derives(),
                execution.erreur(),
                Progression.part(execution),
                Progression.lignesParSeconde(execution, maintenant).orElse(null),
                Progression.finEstimee(execution, maintenant).orElse(null));
    }

    private static String texte(LocalDate jour) {
        return jour == null ? null : jour.toString();
    }

    /** GraphQL's integers have 32 bits; no run of 60 days comes near. */
    private static int entier(long nombre) {
        return (int) Math.min(nombre, Integer.MAX_VALUE);
    }
}
