package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Requests to the endpoint under test. */
final class Demandes {
    static final String GRAPHQL = "application/graphql-response+json";
    static final String JSON = "application/json";

    private static final RestAssuredConfig SANS_JEU_DE_CARACTERES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Demandes() {}

    static RequestSpecification de(String client) {
        return RestAssured.given()
                .config(SANS_JEU_DE_CARACTERES)
                .contentType(JSON)
                .accept(GRAPHQL)
                .header("Authorization", JetonsDeTest.enTete(client));
    }

    static Response envoie(String client, String document) {
        return de(client).body(Map.of("query", document)).post("/graphql");
    }

    static Response envoie(String client, String document, Map<String, ?> variables) {
        return de(client)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
    }

    /** By the hash alone. */
    static Response parEmpreinte(String client, String empreinte) {
        return de(client).body(Map.of("extensions", extensions(empreinte))).post("/graphql");
    }

    /** By the hash and the text. */
    static Response avecEmpreinte(String client, String document, String empreinte) {
        return de(client)
                .body(Map.of("query", document, "extensions", extensions(empreinte)))
                .post("/graphql");
    }

    static String code(Response reponse) {
        return reponse.jsonPath().getString("errors[0].extensions.code");
    }

    static String limite(Response reponse) {
        return reponse.jsonPath().getString("errors[0].extensions.limite");
    }

    private static Map<String, Object> extensions(String empreinte) {
        var annonce = new HashMap<String, Object>();
        annonce.put("version", 1);
        annonce.put("sha256Hash", empreinte);
        return Map.of("persistedQuery", annonce);
    }
}
