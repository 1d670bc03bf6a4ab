package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page of a period's rows. */
final class PageDeca {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PageDeca() {}

    /**
     * The body of that page; a page beyond the last has no row.
     *
     * @param page from 1
     */
    static byte[] corps(List<JsonNode> lignes, int page, int taillePage, boolean avecContrats) {
        return corps(lignes, page, taillePage, avecContrats, 0);
    }

    /** The same without its last row, which it announces all the same. */
    static byte[] courte(List<JsonNode> lignes, int page, int taillePage) {
        return corps(lignes, page, taillePage, true, 1);
    }

    private static byte[] corps(List<JsonNode> lignes, int page, int taillePage, boolean avecContrats, int omises) {
        int pages = (lignes.size() + taillePage - 1) / taillePage;
        int de = (int) Math.min(lignes.size(), (page - 1L) * taillePage);
        var racine = JsonNodeFactory.instance.objectNode();
        racine.putObject("metadonnees")
                .put("page", page)
                .put("totalPages", pages)
                .put("totalElements", lignes.size());
        if (avecContrats) {
            int a = Math.min(lignes.size(), de + taillePage);
            racine.putArray("contrats").addAll(lignes.subList(de, Math.max(de, a - omises)));
        }
        return octets(racine);
    }

    private static byte[] octets(JsonNode arbre) {
        try {
            return JSON.writeValueAsString(arbre).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always written", e);
        }
    }
}
