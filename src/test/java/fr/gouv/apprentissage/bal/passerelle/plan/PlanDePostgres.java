package fr.gouv.apprentissage.bal.passerelle.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** Runs a statement as a prepared one, and counts the rows that it touched: those that scans gave and those that they threw away. */
final class PlanDePostgres {

    private static final String REGLAGES = "quarkus.datasource.reactive.additional-properties.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connexion;

    /** How PostgreSQL plans a prepared statement: for the values that are bound, or once for all. */
    enum Planification {
        force_custom_plan,
        force_generic_plan
    }

    /** Plans as the pool that serves does: with the settings that the application gives to its connections. */
    PlanDePostgres(Connection connexion) throws IOException, SQLException {
        this.connexion = connexion;
        var configuration = new Properties();
        try (var lue = PlanDePostgres.class.getResourceAsStream("/application.properties")) {
            configuration.load(lue);
        }
        for (var reglage : configuration.stringPropertyNames()) {
            if (reglage.startsWith(REGLAGES)) {
                try (var ordre = connexion.createStatement()) {
                    ordre.execute(
                            "set " + reglage.substring(REGLAGES.length()) + " = " + configuration.getProperty(reglage));
                }
            }
        }
    }

    /** The rows touched by the statement with these values. */
    long lignesTouchees(Requete requete, Valeurs valeurs, Planification planification) throws SQLException {
        try (var ordre = connexion.createStatement()) {
            ordre.execute("set plan_cache_mode = " + planification);
            ordre.execute("prepare page as " + requete.sql());
            try (var reponse =
                    ordre.executeQuery("explain (analyze, format json, buffers off, timing off) execute page ("
                            + requete.parametres().stream()
                                    .map(parametre -> litteral(parametre.valeur(valeurs)))
                                    .collect(Collectors.joining(", "))
                            + ")")) {
                reponse.next();
                return touchees(JSON.readTree(reponse.getString(1)).get(0).get("Plan"));
            } catch (JsonProcessingException illisible) {
                throw new IllegalStateException("plan illisible", illisible);
            } finally {
                ordre.execute("deallocate page");
            }
        }
    }

    private static long touchees(JsonNode noeud) {
        long touchees = 0;
        if (noeud.has("Relation Name") || noeud.has("Index Name")) {
            touchees += Math.round(noeud.get("Actual Loops").asDouble()
                    * (noeud.get("Actual Rows").asDouble()
                            + noeud.path("Rows Removed by Filter").asDouble()
                            + noeud.path("Rows Removed by Index Recheck").asDouble()));
        }
        for (var enfant : noeud.path("Plans")) {
            touchees += touchees(enfant);
        }
        return touchees;
    }

    private static String litteral(Object valeur) {
        if (valeur instanceof Object[] tableau) {
            return "'{" + Arrays.stream(tableau).map(v -> "\"" + v + "\"").collect(Collectors.joining(",")) + "}'";
        }
        return "'" + valeur + "'";
    }
}
