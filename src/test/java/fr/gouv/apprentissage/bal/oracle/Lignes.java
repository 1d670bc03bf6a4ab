package fr.gouv.apprentissage.bal.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Rows written by hand, in JSON with single quotes. */
final class Lignes {

    static final LocalDate J1 = LocalDate.of(2025, 9, 1);
    static final LocalDate J2 = J1.plusDays(1);
    static final LocalDate J3 = J1.plusDays(2);

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private Lignes() {}

    static JsonNode json(String texte) {
        try {
            return JSON.readTree(texte);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A contract of Ana Bé, born 2005-01-02, with more in its alternant and its details. */
    static JsonNode ligne(String numero, String alternant, String details) {
        return ligne(numero, "Bé", "Ana", alternant, details);
    }

    static JsonNode ligne(String numero, String nom, String prenom, String alternant, String details) {
        return json(
                "{'alternant':{'nom':'%s','prenom':'%s','dateNaissance':'2005-01-02'%s},'detailsContrat':{'noContrat':'%s','typeContrat':11%s}}"
                        .formatted(nom, prenom, suite(alternant), numero, suite(details)));
    }

    static JourServi lba(LocalDate jour, JsonNode... lignes) {
        return new JourServi(jour, List.of(lignes), List.of());
    }

    static JourServi tba(LocalDate jour, JsonNode... lignes) {
        return new JourServi(jour, List.of(), List.of(lignes));
    }

    static JourServi jour(LocalDate jour, JsonNode lba, JsonNode tba) {
        return new JourServi(jour, List.of(lba), List.of(tba));
    }

    static Attendu attendu(JourServi... jours) {
        return Oracle.dit(Stream.of(jours).toList());
    }

    private static String suite(String champs) {
        return champs.isEmpty() ? "" : "," + champs;
    }
}
