package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.scellement.Presentation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was read of a file. */
final class Lus {

    static final Instant VU_LE = Instant.parse("2026-03-01T08:00:00Z");
    static final LocalDate EXPIRE_LE = LocalDate.of(2026, 3, 31);

    private final List<LigneDeFait> lignes = new ArrayList<>();
    private long nombre;

    private Lus() {}

    static Lus csv(Format format, String texte) {
        return csv(format, texte.getBytes(StandardCharsets.UTF_8));
    }

    static Lus csv(Format format, String texte, Charset encodage) {
        return csv(format, texte.getBytes(encodage));
    }

    static Lus csv(Format format, byte[] octets) {
        var lus = new Lus();
        try {
            lus.nombre = new LectureCsv(new ByteArrayInputStream(octets))
                    .lis(format, interpretation(format), lus.lignes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lus;
    }

    static Lus classeur(byte[] octets) {
        return classeur(octets, 16L << 20);
    }

    static Lus classeur(byte[] octets, long taille) {
        var lus = new Lus();
        try {
            lus.nombre = new LectureClasseur(taille)
                    .lis(
                            Contenu.recu(new ByteArrayInputStream(octets)),
                            Format.AKTO,
                            interpretation(Format.AKTO),
                            lus.lignes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lus;
    }

    static Interpretation interpretation(Format format) {
        return new Interpretation(format.source(), VU_LE, EXPIRE_LE);
    }

    long nombre() {
        return nombre;
    }

    List<LigneDeFait> lignes() {
        return lignes;
    }

    List<FaitDeContact> faits() {
        return lignes.stream().flatMap(ligne -> ligne.faits().stream()).toList();
    }

    /** {@code siret-or-siren address}. */
    List<String> textes() {
        return faits().stream()
                .map(fait ->
                        fait.siret().map(un -> un.valeur()).orElse(fait.siren().valeur()) + " "
                                + Presentation.de(fait.courriel().get(), Courriel::valeur))
                .toList();
    }

    /** Where the rows with a doubt stand. */
    List<Long> places() {
        return lignes.stream()
                .filter(ligne -> !ligne.signalements().isEmpty())
                .map(ligne -> ligne.ligne().orElseThrow())
                .toList();
    }

    Map<String, Integer> signalements() {
        var comptes = new TreeMap<String, Integer>();
        lignes.forEach(ligne -> ligne.signalements().forEach(motif -> comptes.merge(motif, 1, Integer::sum)));
        return comptes;
    }
}
