package fr.gouv.apprentissage.bal.ingestion;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.declaration.Classe;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a source's rows look like, as data beside its connector: a resource of the form
 * {@code {"source": …, "champs": [{"champ": "/a/b", "types": ["texte"], "presence": "souvent", "classe": "CONTACT", "extraits": ["lba"]}]}}.
 * An element of a list is {@code *}. Without {@code extraits} every extract carries the field; without {@code classe} it is not personal.
 *
 * @param source whose rows
 * @param champs fields; what stands between the row and a field is an object, or a list where {@code *} follows
 */
public record ContratDeSchema(String source, List<Champ> champs) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Types of values. An empty text and {@code null} are of any. */
    public enum Type {
        TEXTE,
        NOMBRE,
        BOOLEEN;

        boolean admet(JsonNode valeur) {
            return switch (this) {
                case TEXTE -> valeur.isTextual();
                case NOMBRE -> valeur.isNumber();
                case BOOLEEN -> valeur.isBoolean();
            };
        }
    }

    /** Whether a field is expected. */
    public enum Presence {
        /** In each row. */
        TOUJOURS,
        /** In some row of each page of {@link ReleveDeSchema#ASSEZ} rows or more: a row without it is no drift, a source without it is. */
        SOUVENT,
        /** Nothing follows where it is not there. */
        PARFOIS
    }

    /**
     * A field.
     *
     * @param champ its place in a row
     * @param types what it may hold, as the connector reads it
     * @param presence whether it is expected
     * @param classe class of its value, empty where it is not personal
     * @param extraits extracts that carry it; empty: all
     */
    public record Champ(
            String champ, Set<Type> types, Presence presence, Optional<Classe> classe, Set<String> extraits) {

        public Champ {
            types = Set.copyOf(types);
            extraits = Set.copyOf(extraits);
        }
    }

    public ContratDeSchema {
        champs = List.copyOf(champs);
    }

    /**
     * Reads the contract that stands beside a connector.
     *
     * @throws IllegalStateException when it is not there, or not of that form
     */
    public static ContratDeSchema de(Class<?> connecteur, String ressource) {
        try (var flux = connecteur.getResourceAsStream(ressource)) {
            return lis(flux);
        } catch (IOException | IllegalArgumentException illisible) {
            throw new IllegalStateException("contrat de schéma illisible : " + ressource, illisible);
        }
    }

    private static ContratDeSchema lis(InputStream flux) throws IOException {
        if (flux == null) {
            throw new IllegalArgumentException("la ressource n'existe pas");
        }
        var racine = JSON.readTree(flux);
        return new ContratDeSchema(
                racine.required("source").asText(),
                racine.required("champs")
                        .valueStream()
                        .map(ContratDeSchema::champ)
                        .toList());
    }

    private static Champ champ(JsonNode noeud) {
        return new Champ(
                noeud.required("champ").asText(),
                Set.copyOf(noeud.required("types")
                        .valueStream()
                        .map(type -> Type.valueOf(majuscules(type)))
                        .toList()),
                Presence.valueOf(majuscules(noeud.required("presence"))),
                noeud.hasNonNull("classe")
                        ? Optional.of(Classe.valueOf(noeud.get("classe").asText()))
                        : Optional.empty(),
                Set.copyOf(noeud.path("extraits")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList()));
    }

    private static String majuscules(JsonNode texte) {
        return texte.asText().toUpperCase(java.util.Locale.ROOT);
    }

    /** What one extract carries. */
    public ContratDeSchema pour(String extrait) {
        return new ContratDeSchema(
                source,
                champs.stream()
                        .filter(champ ->
                                champ.extraits().isEmpty() || champ.extraits().contains(extrait))
                        .toList());
    }
}
