package fr.gouv.apprentissage.bal.scellement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once keys have gone, no live object of the client, of its JSON or of its connections still has what Vault answered. */
@AvecBao
class TracesDuTransportTest {

    private static final int MORCEAU = 1 << 20;

    @TempDir
    Path dossier;

    private final ServeurBao bao = ServeurBao.partage();
    private final String moteur = bao.moteur("essai-traces");
    private final RegistreEnMemoire registre = new RegistreEnMemoire();

    @Test
    void nothingOfAKeyStaysBehindRawOrInBase64() throws IOException {
        // Given
        var processus = ProcessusDeTest.de(AccesBao.parJeton(bao.adresse(), bao.jetonRacine()), moteur, registre)
                .demarre();
        processus.ouvre(processus.scelle());

        var temoin = new byte[Moteurs.CLE];
        new SecureRandom().nextBytes(temoin);

        // When: the dump comes before the test itself learns what to look for
        processus.trousseau.lignees().forEach(lignee -> lignee.versions().forEach(CleVive::retiree));
        var vidage = dossier.resolve("vidage.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(vidage.toString(), true);

        // Then: of all that is looked for, only what the test itself still holds
        var motifs = new ArrayList<>(List.of(temoin));
        registre.lis().forEach(cle -> motifs.addAll(formes(cle)));
        assertThat(trouves(vidage, motifs)).containsOnly(0);
    }

    private List<byte[]> formes(CleEnveloppee cle) {
        var base64 = bao.appelle(
                        "POST",
                        moteur + "/decrypt/" + CleMaitresse.duGenre(cle.genre()).nom(),
                        Map.of("ciphertext", new String(cle.enveloppe(), StandardCharsets.US_ASCII)))
                .at("/data/plaintext")
                .asText();
        return List.of(
                Base64.getDecoder().decode(base64),
                base64.getBytes(StandardCharsets.ISO_8859_1),
                base64.getBytes(StandardCharsets.UTF_16BE),
                base64.getBytes(StandardCharsets.UTF_16LE));
    }

    /** Which of these the file holds. */
    private static List<Integer> trouves(Path fichier, List<byte[]> motifs) throws IOException {
        var trouves = new ArrayList<Integer>();
        var debuts = new ArrayList<List<Integer>>();
        for (int octet = 0; octet < 256; octet++) {
            debuts.add(new ArrayList<>());
        }
        for (int i = 0; i < motifs.size(); i++) {
            debuts.get(motifs.get(i)[1] & 0xff).add(i);
        }
        try (var flux = Files.newInputStream(fichier)) {
            var tampon = new byte[2 * MORCEAU];
            int garde = 0;
            for (int lus = flux.readNBytes(tampon, garde, MORCEAU);
                    lus > 0;
                    lus = flux.readNBytes(tampon, garde, MORCEAU)) {
                int fin = garde + lus;
                for (int place = 0; place + 1 < fin; place++) {
                    for (int i : debuts.get(tampon[place + 1] & 0xff)) {
                        if (estLa(tampon, place, fin, motifs.get(i))) {
                            trouves.add(i);
                        }
                    }
                }
                garde = Math.min(fin, 128);
                System.arraycopy(tampon, fin - garde, tampon, 0, garde);
            }
        }
        return trouves;
    }

    private static boolean estLa(byte[] tampon, int place, int fin, byte[] motif) {
        if (place + motif.length > fin) {
            return false;
        }
        for (int i = 0; i < motif.length; i++) {
            if (tampon[place + i] != motif[i]) {
                return false;
            }
        }
        return true;
    }
}
