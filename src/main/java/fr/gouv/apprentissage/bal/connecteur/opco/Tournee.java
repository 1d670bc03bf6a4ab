package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was learnt of many companies at once.
 *
 * @param trouves their OPCOs, cached ones included
 * @param nouveaux how many of them were not cached
 * @param echecs why nothing is known of the others, by company
 */
record Tournee(Map<Siret, Opco> trouves, int nouveaux, Map<Siret, List<EchecDAnnuaire>> echecs) {

    Tournee {
        trouves = Map.copyOf(trouves);
        echecs = Map.copyOf(echecs);
    }

    /** Whether a directory answered of this one what we do not know. */
    boolean nonReconnu(Siret siret) {
        return echecs.getOrDefault(siret, List.of()).stream().anyMatch(EchecDAnnuaire::nonReconnu);
    }

    /**
     * Why the same is to be asked again later: no directory that should have told something did, or one asks to wait. Empty as soon as any was answered:
     * one company of which a directory cannot speak does not make it absent.
     */
    Optional<RuntimeException> empechement() {
        var attente = tous().flatMap(echec -> echec.attente().stream()).max(Comparator.naturalOrder());
        if (attente.isEmpty() && (nouveaux > 0 || tous().anyMatch(EchecDAnnuaire::deLEntreprise))) {
            return Optional.empty();
        }
        return tous().filter(echec -> !echec.deLEntreprise())
                .min(Comparator.comparing(echec -> !echec.deCompte()))
                .map(echec -> absence(echec, attente));
    }

    private static RuntimeException absence(EchecDAnnuaire echec, Optional<Duration> attente) {
        var message = "les annuaires des OPCO ne répondent pas (" + echec.texte() + ")";
        return echec.deCompte() ? new CompteRefuse(message) : new SourceIndisponible(message, attente.orElse(null));
    }

    private Stream<EchecDAnnuaire> tous() {
        return echecs.values().stream().flatMap(List::stream);
    }
}
