package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks DECA for pages (domain.md §2.1). */
final class ClientDeca {

    private final Supplier<URI> base;
    private final Sortie sortie;

    /** @param base base address, before the path of an extract */
    ClientDeca(Supplier<URI> base, Sortie sortie) {
        this.base = base;
        this.sortie = sortie;
    }

    /**
     * Asks for one page and hands its body to the reader as it comes.
     *
     * @param chemin path of the extract
     * @param compte user and password, a colon between
     */
    <T> T page(String chemin, String compte, LocalDate jour, int page, Function<InputStream, T> lecture) {
        var adresse = URI.create(base.get().toString().replaceAll("/+$", "") + chemin);
        var demande = Demande.json(
                        adresse, "{\"dateDebut\":\"%s\",\"dateFin\":\"%s\",\"page\":%d}".formatted(jour, jour, page))
                .avec("Accept", "application/json")
                .avec(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(compte.getBytes(StandardCharsets.UTF_8)));
        return sortie.demande(demande, reponse -> lecture.apply(reponse.corps()));
    }
}
