package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;

/** Asks a simulator over real HTTP, without anything of the connector. */
final class ClientDeca {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulateurDeca simulateur;
    private final HttpClient client = HttpClient.newHttpClient();

    ClientDeca(SimulateurDeca simulateur) {
        this.simulateur = simulateur;
    }

    HttpResponse<String> page(Extrait extrait, LocalDate jour, int page) throws IOException, InterruptedException {
        return periode(extrait, jour.toString(), jour.toString(), page);
    }

    HttpResponse<String> periode(Extrait extrait, String debut, String fin, int page)
            throws IOException, InterruptedException {
        return envoie(extrait, compte(extrait), corps(debut, fin, page));
    }

    HttpResponse<String> envoie(Extrait extrait, Compte compte, String corps) throws IOException, InterruptedException {
        return client.send(requete(extrait, compte, corps).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> envoie(HttpRequest.Builder requete) throws IOException, InterruptedException {
        return client.send(requete.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder requete(Extrait extrait, Compte compte, String corps) {
        var basic = compte.utilisateur() + ":" + compte.secret();
        return HttpRequest.newBuilder(URI.create(simulateur.url() + extrait.chemin()))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(corps));
    }

    Compte compte(Extrait extrait) {
        return extrait == Extrait.LBA
                ? simulateur.options().lba()
                : simulateur.options().tba();
    }

    static String corps(String debut, String fin, int page) {
        return "{\"dateDebut\":\"%s\",\"dateFin\":\"%s\",\"page\":%d}".formatted(debut, fin, page);
    }

    static JsonNode arbre(HttpResponse<String> reponse) throws IOException {
        return JSON.readTree(reponse.body());
    }
}
