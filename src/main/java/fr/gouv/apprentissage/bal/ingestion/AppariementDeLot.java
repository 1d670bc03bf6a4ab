package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.toSet;

import fr.gouv.apprentissage.bal.personne.Appariement;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.personne.Trace;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Finds the persons of the records of a lot that need it. */
final class AppariementDeLot {

    /**
     * Who the records are of.
     *
     * @param personnes person by record, of every record of the lot
     * @param remplacees persons that lost their last record, with the one that answers for each
     * @param ambigus how many were made new since several were left
     */
    record Resultat(Map<Long, Long> personnes, Map<Long, Long> remplacees, long ambigus) {}

    private static final int RESERVE = 100;

    private final String source;
    private final IdentiteStore identites;
    private final RapprochementStore rapprochements;

    AppariementDeLot(String source, IdentiteStore identites, RapprochementStore rapprochements) {
        this.source = source;
        this.identites = identites;
        this.rapprochements = rapprochements;
    }

    Resultat apparie(SqlConnection connexion, List<Fusion> fusions, Map<Long, Long> actuelles) {
        var personnes = new HashMap<>(actuelles);
        var aApparier = fusions.stream().filter(Fusion::aApparier).toList();
        if (aApparier.isEmpty()) {
            return new Resultat(personnes, Map.of(), 0);
        }
        var candidats = rapprochements.candidats(
                connexion,
                aApparier.stream().flatMap(une -> une.traces().stream()).toList());
        var connues = new HashMap<Long, Long>();
        candidats.forEach(candidat -> connues.put(candidat.temoin().enregistrement(), candidat.personne()));
        var quittables = aApparier.stream()
                .filter(une -> actuelles.containsKey(une.enregistrement()))
                .map(une -> actuelles.get(une.enregistrement()))
                .collect(toSet());
        connues.putAll(actuelles);
        Map<Long, Integer> tailles = quittables.isEmpty() ? Map.of() : identites.tailles(connexion, quittables);
        var appariement = new Appariement(
                candidats.stream().map(RapprochementStore.Candidat::temoin).toList(),
                connues,
                tailles,
                nouvelles(connexion));
        var ambigus = 0L;
        for (var une : aApparier) {
            List<Trace> traces = une.traces();
            var resultat = appariement.apparie(une.enregistrement(), source, traces);
            personnes.put(une.enregistrement(), resultat.personne());
            ambigus += resultat.ambigu() ? 1 : 0;
        }
        return new Resultat(personnes, appariement.remplacees(), ambigus);
    }

    private LongSupplier nouvelles(SqlConnection connexion) {
        var reserve = new ArrayDeque<Long>();
        return () -> {
            if (reserve.isEmpty()) {
                reserve.addAll(identites.reserve(connexion, RESERVE));
            }
            return reserve.removeFirst();
        };
    }
}
