package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** One HTTP exchange with any source: answered, refused, or gone wrong as told. */
final class Echange {

    static final String JSON = "application/json;charset=UTF-8";

    private final HttpExchange echange;

    Echange(HttpExchange echange) {
        this.echange = echange;
    }

    void repond(byte[] corps) throws IOException {
        envoie(200, JSON, corps);
    }

    /** @param defi what {@code WWW-Authenticate} asks for when the account is refused */
    void refuse(Refus refus, String defi) throws IOException {
        if (refus.statut() == 401) {
            echange.getResponseHeaders().set("WWW-Authenticate", defi);
        }
        if (refus.reessayerApres() > 0) {
            echange.getResponseHeaders().set("Retry-After", String.valueOf(refus.reessayerApres()));
        }
        var message = JsonNodeFactory.instance.objectNode().put("message", refus.getMessage());
        envoie(refus.statut(), JSON, message.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Goes wrong, whatever the source is; faults that only one source can have are that one's. */
    void tombe(Panne panne, byte[] bonne) throws IOException, Refus {
        if (panne instanceof Panne.Erreur500) {
            throw new Refus(500, "Erreur interne");
        } else if (panne instanceof Panne.Indisponible) {
            throw new Refus(503, "Service indisponible");
        } else if (panne instanceof Panne.CompteRefuse) {
            throw new Refus(401, "Compte refusé");
        } else if (panne instanceof Panne.TropDeDemandes trop) {
            throw new Refus(429, "Trop de demandes", trop.reessayerApres());
        } else if (panne instanceof Panne.Coupure coupure) {
            commence(bonne, coupure.pourCent());
            echange.close();
        } else if (panne instanceof Panne.Calage calage) {
            commence(bonne, calage.pourCent());
            attend(calage.attente());
            echange.close();
        } else if (panne instanceof Panne.CorpsIllisible) {
            repond(abime(bonne));
        } else if (panne instanceof Panne.PageHtml) {
            envoie(
                    200,
                    "text/html;charset=UTF-8",
                    "<!doctype html><title>Maintenance</title>".getBytes(StandardCharsets.UTF_8));
        } else if (panne instanceof Panne.MauvaisType) {
            envoie(200, "application/octet-stream", bonne);
        } else if (panne instanceof Panne.Lenteur lenteur) {
            attend(lenteur.attente());
            repond(bonne);
        } else {
            throw new IllegalArgumentException("cette source n'a pas cette panne");
        }
    }

    void envoie(int statut, String type, byte[] corps) throws IOException {
        echange.getRequestBody().readAllBytes();
        echange.getResponseHeaders().set("Content-Type", type);
        echange.sendResponseHeaders(statut, corps.length);
        try (var sortie = echange.getResponseBody()) {
            sortie.write(corps);
        }
    }

    private static byte[] abime(byte[] corps) {
        var abime = corps.clone();
        Arrays.fill(abime, corps.length / 2, corps.length, (byte) '#');
        return abime;
    }

    /** The length that was announced does not come. */
    private void commence(byte[] corps, int pourCent) throws IOException {
        echange.getResponseHeaders().set("Content-Type", JSON);
        echange.sendResponseHeaders(200, corps.length);
        echange.getResponseBody().write(corps, 0, corps.length * pourCent / 100);
        echange.getResponseBody().flush();
    }

    private static void attend(Duration attente) {
        try {
            Thread.sleep(attente.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
