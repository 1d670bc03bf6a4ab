package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** DECA's pages of a day, made ahead into files, then served over HTTP as they are: making them is not what is measured. */
final class PagesServies implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path dossier;
    private final int parPage;
    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newFixedThreadPool(2);

    PagesServies(Path dossier, int parPage) throws IOException {
        this.dossier = dossier;
        this.parPage = parPage;
        this.serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (var extrait : Extrait.values()) {
            serveur.createContext(extrait.chemin(), echange -> sers(extrait, echange));
        }
        serveur.setExecutor(fils);
        serveur.start();
    }

    String adresse() {
        return "http://localhost:" + serveur.getAddress().getPort();
    }

    /** Writes both extracts of a day; gives the number of rows. */
    int prepare(Monde monde, LocalDate jour) throws IOException {
        var nombre = 0;
        for (var extrait : Extrait.values()) {
            var lignes = monde.lignes(extrait, jour);
            nombre += lignes.size();
            var pages = Math.max(1, (lignes.size() + parPage - 1) / parPage);
            for (var page = 1; page <= pages; page++) {
                var sienne = lignes.subList((page - 1) * parPage, Math.min(lignes.size(), page * parPage));
                Files.write(fichier(extrait, jour.toString(), page), corps(sienne, page, pages, lignes.size()));
            }
        }
        return nombre;
    }

    private static byte[] corps(List<JsonNode> lignes, int page, int pages, int total) throws IOException {
        return JSON.writeValueAsBytes(Map.of(
                "metadonnees", Map.of("page", page, "totalPages", pages, "totalElements", total), "contrats", lignes));
    }

    private Path fichier(Extrait extrait, String jour, int page) {
        return dossier.resolve(extrait + "-" + jour + "-" + page + ".json");
    }

    private void sers(Extrait extrait, HttpExchange echange) throws IOException {
        try (echange) {
            var demande = JSON.readTree(echange.getRequestBody());
            var fichier = fichier(
                    extrait,
                    demande.get("dateDebut").asText(),
                    demande.get("page").asInt());
            echange.sendResponseHeaders(200, Files.size(fichier));
            Files.copy(fichier, echange.getResponseBody());
        }
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }
}
