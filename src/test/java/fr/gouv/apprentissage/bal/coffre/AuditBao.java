package fr.gouv.apprentissage.bal.coffre;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a server was asked, by its own account.
 *
 * @param fichier one JSON object a line, requests and their answers
 */
record AuditBao(Path fichier) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Requests that its audit has seen so far under any path that contains this text; each is counted once. */
    long demandes(String chemin) {
        try (var lignes = Files.lines(fichier)) {
            return lignes.filter(ligne -> ligne.contains("\"type\":\"request\""))
                    .filter(ligne -> lis(ligne).at("/request/path").asText().contains(chemin))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Requests that its audit has seen so far of tokens with this policy, logins among them that gave one, by path: what an operator asks with
     * another token is not among them. Each is counted once.
     */
    Map<String, Long> demandesSous(String politique) {
        try (var lignes = Files.lines(fichier)) {
            return lignes.filter(ligne -> ligne.contains("\"type\":\"response\""))
                    .map(AuditBao::lis)
                    .filter(echange -> aLaPolitique(echange.at("/auth/policies"), politique)
                            || aLaPolitique(echange.at("/response/auth/policies"), politique))
                    .collect(Collectors.groupingBy(
                            echange -> echange.at("/request/path").asText(), TreeMap::new, Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean aLaPolitique(JsonNode politiques, String nom) {
        return StreamSupport.stream(politiques.spliterator(), false)
                .anyMatch(une -> une.asText().equals(nom));
    }

    private static JsonNode lis(String ligne) {
        try {
            return JSON.readTree(ligne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
