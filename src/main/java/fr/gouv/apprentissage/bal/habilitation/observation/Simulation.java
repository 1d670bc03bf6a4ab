package fr.gouv.apprentissage.bal.habilitation.observation;

import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a grant would open or break for operations that were observed: the decision, without it and with it, on the same day. Compares rights and masks, not
 * rows.
 */
public final class Simulation {

    private final Registre avant;
    private final Registre apres;
    private final LocalDate jour;
    private final Map<Pour, Decisions> decisions = new HashMap<>();

    private Simulation(Registre avant, Registre apres, LocalDate jour) {
        this.avant = avant;
        this.apres = apres;
        this.jour = jour;
    }

    private record Pour(String client, String finalite) {}

    private record Decisions(Decision avant, Decision apres) {}

    /**
     * What changes for an operation: {@link DroitDemande}s as texts, with the mask where there is one. What becomes masked is lost as it was and gained
     * masked.
     */
    public record Effet(List<String> gagne, List<String> perd) {

        public Effet {
            gagne = List.copyOf(gagne);
            perd = List.copyOf(perd);
        }

        /** Whether nothing changes. */
        public boolean nul() {
            return gagne.isEmpty() && perd.isEmpty();
        }
    }

    /**
     * The change that a grant makes, on the first day, from today on, on which it could be active.
     *
     * @param nouvel what would be granted
     * @param remplace what would go
     * @param aujourdhui Europe/Paris
     */
    public static Simulation de(Registre courant, Octroi nouvel, Optional<Octroi> remplace, LocalDate aujourdhui) {
        var restants = sans(courant, remplace).octrois().stream();
        var apres = new Registre(
                courant.revision(),
                courant.clients(),
                Stream.concat(restants, Stream.of(nouvel)).toList());
        return new Simulation(courant, apres, nouvel.du().isAfter(aujourdhui) ? nouvel.du() : aujourdhui);
    }

    /** The register as if this habilitation had never been. */
    public static Registre sans(Registre registre, Optional<Octroi> octroi) {
        return new Registre(
                registre.revision(),
                registre.clients(),
                registre.octrois().stream()
                        .filter(un ->
                                octroi.map(Octroi::id).filter(un.id()::equals).isEmpty())
                        .toList());
    }

    /** What changes for this operation. */
    public Effet effet(OperationObservee operation) {
        var deux = decisions.computeIfAbsent(new Pour(operation.client(), operation.finalite()), this::decisions);
        var permis = permis(deux.avant(), operation);
        var permisEnsuite = permis(deux.apres(), operation);
        return new Effet(difference(permisEnsuite, permis), difference(permis, permisEnsuite));
    }

    private Decisions decisions(Pour pour) {
        var finalite = Optional.of(pour.finalite());
        return new Decisions(
                Decision.de(avant, pour.client(), finalite, jour), Decision.de(apres, pour.client(), finalite, jour));
    }

    private static SortedSet<String> permis(Decision decision, OperationObservee operation) {
        var permis = new TreeSet<String>();
        for (var besoin : operation.besoins()) {
            decision.verdict(besoin.coordonnee(), besoin.acces())
                    .moinsMasquee()
                    .ifPresent(portee -> permis.add(texte(besoin, portee.masque())));
        }
        return permis;
    }

    private static String texte(DroitDemande besoin, Masque masque) {
        return masque == Masque.AUCUN ? besoin.toString() : besoin + " (masque " + masque + ")";
    }

    private static List<String> difference(SortedSet<String> uns, SortedSet<String> autres) {
        return uns.stream().filter(texte -> !autres.contains(texte)).toList();
    }
}
