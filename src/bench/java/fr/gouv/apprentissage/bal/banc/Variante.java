package fr.gouv.apprentissage.bal.banc;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** One of the three, with its request. */
enum Variante {
    NOUS("nous", "/graphql", "contrats(first: 20, filtre: { debutDu: $du })"),
    A_LA_MAIN("à la main", RouteALaMain.CHEMIN, ""),
    SMALLRYE("SmallRye", RouteSmallRye.CHEMIN, "contrats: bancContrats(first: 20, debutDu: $du)");

    private static final String DU = "2025-09-15";
    private static final String SELECTION =
            " { nodes { dateDebut dateFin statut intituleFormation organismeFormation { uai }"
                    + " alternant { nom prenoms dateNaissance courriels telephones } } pageInfo { hasNextPage endCursor } }";

    private final String nom;
    private final String chemin;
    private final String racine;

    Variante(String nom, String chemin, String racine) {
        this.nom = nom;
        this.chemin = chemin;
        this.racine = racine;
    }

    String nom() {
        return nom;
    }

    /** The document, of the two that have one. */
    String document() {
        return "query ($du: Date!) { " + racine + SELECTION + " }";
    }

    /** Request line, headers, body: as it goes over the wire. */
    String requete(String jeton) {
        var entetes = "Host: localhost\r\nAuthorization: Bearer " + jeton + "\r\nAccept: application/json\r\n";
        if (racine.isEmpty()) {
            return "GET " + chemin + "?first=20&debutDu=" + DU + " HTTP/1.1\r\n" + entetes + "\r\n";
        }
        var corps = new JsonObject()
                .put("query", document())
                .put("variables", new JsonObject().put("du", DU))
                .encode();
        return "POST " + chemin + " HTTP/1.1\r\n" + entetes + "Content-Type: application/json\r\nContent-Length: "
                + corps.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + corps;
    }
}
