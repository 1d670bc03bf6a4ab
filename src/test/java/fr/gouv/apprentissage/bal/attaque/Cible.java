package fr.gouv.apprentissage.bal.attaque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel;
import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import fr.gouv.apprentissage.bal.embarque.Demonstration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is attacked: the package in profile demo. */
final class Cible {

    private static final int SILENCE = 3_000;
    private static final Pattern STATUT = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    private final Demonstration demonstration;
    private final Appel appel;

    private Cible(Demonstration demonstration) {
        this.demonstration = demonstration;
        this.appel = demonstration.appel();
    }

    static Cible vivante() throws Exception {
        return new Cible(Demonstration.partagee());
    }

    Demonstration demonstration() {
        return demonstration;
    }

    Appel appel() {
        return appel;
    }

    Reponse demande(String client, String document) {
        return appel.demande(client, document);
    }

    /** As the bearer of this token. */
    Reponse porteur(String jeton, String document, Map<String, String> entetes) {
        var tous = new java.util.HashMap<>(entetes);
        tous.put("Authorization", "Bearer " + jeton);
        return appel.demande("lba", document, Map.of(), tous);
    }

    /** Sends these bytes as they are; the connection is the caller's to close. */
    Socket envoie(String brut) throws IOException {
        var prise = new Socket("127.0.0.1", URI.create(demonstration.racine()).getPort());
        prise.setSoTimeout(SILENCE);
        prise.getOutputStream().write(brut.getBytes(StandardCharsets.UTF_8));
        prise.getOutputStream().flush();
        return prise;
    }

    /** Statuses of all answers to these bytes, until the application closes or is silent. */
    List<String> statuts(String brut) throws IOException {
        try (var prise = envoie(brut)) {
            return STATUT.matcher(recu(prise))
                    .results()
                    .map((MatchResult trouve) -> trouve.group(1))
                    .toList();
        }
    }

    /** Request line and headers of a POST that is authenticated, without length. */
    String enTetes(String client) {
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: " + Appel.GRAPHQL
                + "\r\nAuthorization: Bearer " + appel.jeton(client) + "\r\n";
    }

    private static String recu(Socket prise) throws IOException {
        var lus = new ByteArrayOutputStream();
        var tampon = new byte[8192];
        try {
            for (int n = prise.getInputStream().read(tampon);
                    n >= 0;
                    n = prise.getInputStream().read(tampon)) {
                lus.write(tampon, 0, n);
            }
        } catch (SocketTimeoutException silence) {
            return lus.toString(StandardCharsets.UTF_8);
        }
        return lus.toString(StandardCharsets.UTF_8);
    }

    static void refusee(Reponse reponse, int statut, String code) {
        assertThat(reponse.codes()).as(reponse.corps()).isNotEmpty().containsOnly(code);
        assertThat(reponse.statut()).isEqualTo(statut);
        assertThat(reponse.donnees().isMissingNode()).isTrue();
    }

    /** Refused, by one of these limits. */
    static void tropGrande(Reponse reponse, String... limites) {
        refusee(reponse, 413, "REQUETE_TROP_GRANDE");
        assertThat(reponse.json().at("/errors/0/extensions/limite").asText()).isIn((Object[]) limites);
    }

    /** The whole body, but for what a receipt has of its own: entry, hash, chain and rank. */
    static String sansRecepisse(Reponse reponse) {
        return reponse.corps().replaceAll("\"(id|empreinte|chaine)\":\"[0-9a-f-]{36,64}\"|\"rang\":\\d+", "_");
    }
}
