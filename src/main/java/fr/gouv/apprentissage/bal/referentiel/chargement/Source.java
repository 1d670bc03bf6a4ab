package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A file to load.
 *
 * @param nom how the report names it: a file name, without folder, host nor query
 * @param ouverture opens it
 */
public record Source(String nom, Ouverture ouverture) {

    private static final Pattern ADRESSE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+://.*");

    /** Opens a stream that its reader closes. */
    @FunctionalInterface
    public interface Ouverture {
        /** A new stream. */
        InputStream ouvre() throws IOException;
    }

    /**
     * The file at a path or an address.
     *
     * @param lieu path, or an address in http or https
     * @param delai longest time that a download may take in all
     * @throws SourceIllisible when it is an address of another protocol, or neither a path nor an address
     */
    public static Source a(String lieu, Duration delai) {
        try {
            if (!ADRESSE.matcher(lieu).matches()) {
                var chemin = Path.of(lieu);
                return new Source(nom(chemin.toString()), () -> Files.newInputStream(chemin));
            }
            var adresse = URI.create(lieu);
            var nom = nom(adresse.getPath() == null ? "" : adresse.getPath());
            return new Source(nom, new Telechargement(adresse, delai));
        } catch (IllegalArgumentException e) {
            throw new SourceIllisible("source", "chemin ou adresse illisible", e);
        }
    }

    /** A text in memory. */
    public static Source texte(String nom, String contenu) {
        return new Source(nom, () -> new ByteArrayInputStream(contenu.getBytes(StandardCharsets.UTF_8)));
    }

    private static String nom(String chemin) {
        return chemin.substring(Math.max(chemin.lastIndexOf('/'), chemin.lastIndexOf('\\')) + 1);
    }
}
