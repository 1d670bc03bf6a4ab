package fr.gouv.apprentissage.bal.passerelle.http;

import static io.restassured.RestAssured.given;

import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Requests to the endpoint under test. */
final class Requetes {
    static final String GRAPHQL = "application/graphql-response+json";
    static final String JSON = "application/json";

    private static final RestAssuredConfig SANS_JEU_DE_CARACTERES = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Requetes() {}

    static RequestSpecification anonyme() {
        return given().config(SANS_JEU_DE_CARACTERES).contentType(JSON).accept(GRAPHQL);
    }

    static RequestSpecification de(String client) {
        return anonyme().header("Authorization", JetonsDeTest.enTete(client));
    }

    static RequestSpecification de(String client, String document) {
        return de(client).body(Map.of("query", document));
    }
}
