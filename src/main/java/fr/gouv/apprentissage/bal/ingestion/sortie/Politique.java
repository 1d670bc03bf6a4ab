package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one source may be asked, and how much of an answer is read.
 *
 * @param origines {@code scheme://host:port} of what was configured; nothing else is asked
 * @param privees whether addresses of a private network may be asked: loopback, link-local, RFC 1918, unique local
 * @param delai longest time from the request to the last byte of the answer
 * @param taille most bytes of an answer, after decompression
 */
public record Politique(Set<String> origines, boolean privees, Duration delai, long taille) {

    /** Redirects that are followed, within one origin. */
    static final int REDIRECTIONS = 3;

    public Politique {
        origines = Set.copyOf(origines);
        if (delai.isNegative() || delai.isZero() || taille < 1) {
            throw new IllegalArgumentException("le délai et la taille d'une réponse sont positifs");
        }
    }

    /** The policy for these configured addresses. */
    public static Politique pour(Collection<URI> adresses, boolean privees, Duration delai, long taille) {
        return new Politique(
                adresses.stream().map(Politique::origine).collect(Collectors.toSet()), privees, delai, taille);
    }

    boolean permet(URI adresse) {
        return adresse.getHost() != null && origines.contains(origine(adresse));
    }

    /** @throws IllegalArgumentException when it is not an address of HTTP */
    static String origine(URI adresse) {
        var schema = adresse.getScheme() == null ? "" : adresse.getScheme().toLowerCase(Locale.ROOT);
        if (adresse.getHost() == null || !schema.equals("http") && !schema.equals("https")) {
            throw new IllegalArgumentException("adresse illisible : la forme est https://hôte/chemin");
        }
        var port = adresse.getPort() >= 0 ? adresse.getPort() : schema.equals("https") ? 443 : 80;
        return schema + "://" + adresse.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
