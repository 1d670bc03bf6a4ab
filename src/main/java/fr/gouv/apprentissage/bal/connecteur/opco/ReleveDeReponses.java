package fr.gouv.apprentissage.bal.connecteur.opco;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import java.util.function.Consumer;

/** Holds each answer of a source against its contract. For any number of threads. */
final class ReleveDeReponses {

    /** Drifts that wait for whoever tells of them; more are counted and not kept. */
    private static final int GARDEES = 100;

    private final ContratDeSchema contrat;
    private final Consumer<Derives> suite;
    private Derives derives = Derives.AUCUNE;

    /**
     * @param ressource contract of the source, beside this class
     * @param suite hears of each answer that is not as the contract says
     */
    ReleveDeReponses(String ressource, Consumer<Derives> suite) {
        this.contrat = ContratDeSchema.de(ReleveDeReponses.class, ressource);
        this.suite = suite;
    }

    void compare(JsonNode reponse) {
        var releve = new ReleveDeSchema(contrat);
        releve.compare(reponse);
        var siennes = releve.derives();
        if (siennes.toutes().isEmpty()) {
            return;
        }
        suite.accept(siennes);
        synchronized (this) {
            if (derives.toutes().size() < GARDEES) {
                derives = derives.plus(siennes);
            }
        }
    }

    /** What was found since this was asked last. */
    synchronized Derives prends() {
        var prises = derives;
        derives = Derives.AUCUNE;
        return prises;
    }
}
