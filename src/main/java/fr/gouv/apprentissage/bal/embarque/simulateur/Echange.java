package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** One HTTP exchange, answered or going wrong in the ways that all systems have. */
final class Echange {

    static final String JSON = "application/json;charset=UTF-8";

    private static final byte[] MAINTENANCE =
            "<!doctype html><title>Maintenance</title>".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange echange;

    Echange(HttpExchange echange) {
        this.echange = echange;
    }

    void envoie(int statut, String type, byte[] corps) throws IOException {
        echange.getRequestBody().readAllBytes();
        echange.getResponseHeaders().set("Content-Type", type);
        echange.sendResponseHeaders(statut, corps.length == 0 ? -1 : corps.length);
        try (var sortie = echange.getResponseBody()) {
            sortie.write(corps);
        }
    }

    void refuse(Refus refus) throws IOException {
        if (refus.reessayerApres() > 0) {
            echange.getResponseHeaders().set("Retry-After", String.valueOf(refus.reessayerApres()));
        }
        envoie(refus.statut(), JSON, PageDeca.message(refus.getMessage()));
    }

    /**
     * The fault, where it is one of all systems.
     *
     * @param bonne what would have been answered
     * @return whether it was
     */
    boolean tombe(Panne panne, int statut, byte[] bonne) throws IOException, Refus {
        if (panne instanceof Panne.Erreur500) {
            throw new Refus(500, "Erreur interne");
        } else if (panne instanceof Panne.DemandeRefusee) {
            throw new Refus(400, "Valeur d'un paramètre incorrecte.");
        } else if (panne instanceof Panne.Indisponible) {
            throw new Refus(503, "Service indisponible");
        } else if (panne instanceof Panne.TropDeDemandes trop) {
            throw new Refus(429, "Trop de demandes", trop.reessayerApres());
        } else if (panne instanceof Panne.Coupure coupure) {
            commence(statut, bonne, bonne.length * coupure.pourCent() / 100);
            echange.close();
        } else if (panne instanceof Panne.Enlisement enlisement) {
            var moitie = bonne.length / 2;
            commence(statut, bonne, moitie);
            attend(enlisement.attente());
            echange.getResponseBody().write(bonne, moitie, bonne.length - moitie);
            echange.close();
        } else if (panne instanceof Panne.CorpsIllisible) {
            var abime = bonne.clone();
            Arrays.fill(abime, bonne.length / 2, bonne.length, (byte) '#');
            envoie(statut, JSON, abime);
        } else if (panne instanceof Panne.PageHtml) {
            envoie(200, "text/html;charset=UTF-8", MAINTENANCE);
        } else if (panne instanceof Panne.MauvaisType) {
            envoie(statut, "application/octet-stream", bonne);
        } else if (panne instanceof Panne.Lenteur lenteur) {
            attend(lenteur.attente());
            envoie(statut, JSON, bonne);
        } else {
            return false;
        }
        return true;
    }

    /** The length that is announced need never come. */
    private void commence(int statut, byte[] corps, int longueur) throws IOException {
        echange.getResponseHeaders().set("Content-Type", JSON);
        echange.sendResponseHeaders(statut, corps.length);
        echange.getResponseBody().write(corps, 0, longueur);
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
