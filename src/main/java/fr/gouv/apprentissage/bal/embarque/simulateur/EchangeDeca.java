package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One HTTP exchange: its form is checked, it is answered, refused, or goes wrong as told. */
final class EchangeDeca {

    private static final String JSON = "application/json;charset=UTF-8";

    private final HttpExchange echange;

    EchangeDeca(HttpExchange echange) {
        this.echange = echange;
    }

    void verifieForme(Extrait extrait) throws Refus {
        if (!echange.getRequestURI().getPath().equals(extrait.chemin())) {
            throw new Refus(404, "Chemin inconnu");
        }
        if (!echange.getRequestMethod().equals("POST")) {
            throw new Refus(405, "POST est attendu");
        }
        var type = echange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refus(415, "application/json est attendu");
        }
    }

    void repond(byte[] corps) throws IOException {
        envoie(200, JSON, corps);
    }

    void refuse(Refus refus) throws IOException {
        if (refus.statut() == 401) {
            echange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"DECA\"");
        }
        if (refus.statut() == 405) {
            echange.getResponseHeaders().set("Allow", "POST");
        }
        if (refus.reessayerApres() > 0) {
            echange.getResponseHeaders().set("Retry-After", String.valueOf(refus.reessayerApres()));
        }
        envoie(refus.statut(), JSON, PageDeca.message(refus.getMessage()));
    }

    void tombe(Panne panne, Demande demande, List<JsonNode> lignes, int taillePage) throws IOException, Refus {
        var bonne = PageDeca.corps(lignes, demande.page(), taillePage, true);
        if (panne instanceof Panne.Erreur500) {
            throw new Refus(500, "Erreur interne");
        } else if (panne instanceof Panne.Indisponible) {
            throw new Refus(503, "Service indisponible");
        } else if (panne instanceof Panne.CompteRefuse) {
            throw new Refus(401, "Identifiants refusés pour cet extrait");
        } else if (panne instanceof Panne.TropDeDemandes trop) {
            throw new Refus(429, "Trop de demandes", trop.reessayerApres());
        } else if (panne instanceof Panne.Coupure coupure) {
            coupe(bonne, bonne.length * coupure.pourCent() / 100);
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
            attend(lenteur);
            repond(bonne);
        } else if (panne instanceof Panne.AutrePagination autre) {
            repond(PageDeca.corps(lignes, demande.page(), autre.taillePage(), true));
        } else if (panne instanceof Panne.SansContrats) {
            repond(PageDeca.corps(lignes, demande.page(), taillePage, false));
        } else if (panne instanceof Panne.JourneeVide) {
            repond(PageDeca.corps(List.of(), demande.page(), taillePage, true));
        }
    }

    private static byte[] abime(byte[] corps) {
        var abime = corps.clone();
        Arrays.fill(abime, corps.length / 2, corps.length, (byte) '#');
        return abime;
    }

    /** The length that was announced never comes: the server closes the connection. */
    private void coupe(byte[] corps, int longueur) throws IOException {
        echange.getResponseHeaders().set("Content-Type", JSON);
        echange.sendResponseHeaders(200, corps.length);
        echange.getResponseBody().write(corps, 0, longueur);
        echange.getResponseBody().flush();
        echange.close();
    }

    private static void attend(Panne.Lenteur lenteur) {
        try {
            Thread.sleep(lenteur.attente().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void envoie(int statut, String type, byte[] corps) throws IOException {
        echange.getRequestBody().readAllBytes();
        echange.getResponseHeaders().set("Content-Type", type);
        echange.sendResponseHeaders(statut, corps.length);
        try (var sortie = echange.getResponseBody()) {
            sortie.write(corps);
        }
    }
}
