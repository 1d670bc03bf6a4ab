package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is searched for: the offers of a département, or a piece of them.
 *
 * @param departement its code
 * @param natures of contract, by the source's codes
 * @param fenetre of creation; empty: any
 * @param domaine first letter of the ROME code; empty: any
 */
record Recherche(String departement, List<String> natures, Optional<Fenetre> fenetre, Optional<String> domaine) {

    /** Apprentissage and professionnalisation (domain.md §4). */
    private static final List<String> NATURES = List.of("E2", "FS");

    /** The fourteen « grands domaines » of ROME. */
    private static final List<String> DOMAINES =
            Stream.of("ABCDEFGHIJKLMN".split("")).toList();

    Recherche {
        natures = List.copyOf(natures);
    }

    /** All that a département has. */
    static Recherche de(String departement) {
        return new Recherche(departement, NATURES, Optional.empty(), Optional.empty());
    }

    /**
     * Pieces that together hold all of it, by nature, then by halves of the time, then by domain; none when it cannot be divided further.
     *
     * @param maintenant end of the time
     */
    List<Recherche> divise(Instant maintenant) {
        if (natures.size() > 1) {
            return natures.stream()
                    .map(une -> new Recherche(departement, List.of(une), fenetre, domaine))
                    .toList();
        }
        if (domaine.isPresent()) {
            return List.of();
        }
        var moities = fenetre.orElseGet(() -> Fenetre.jusqua(maintenant)).moities();
        return moities.isEmpty()
                ? DOMAINES.stream()
                        .map(un -> new Recherche(departement, natures, fenetre, Optional.of(un)))
                        .toList()
                : moities.stream()
                        .map(une -> new Recherche(departement, natures, Optional.of(une), domaine))
                        .toList();
    }

    /** As the source wants them: newest first, so that what is new stands in the first page. */
    Map<String, String> parametres() {
        var parametres = new LinkedHashMap<String, String>();
        parametres.put("departement", departement);
        parametres.put("natureContrat", String.join(",", natures));
        fenetre.ifPresent(une -> {
            parametres.put("minCreationDate", une.de().toString());
            parametres.put("maxCreationDate", une.a().toString());
        });
        domaine.ifPresent(un -> parametres.put("grandDomaine", un));
        parametres.put("sort", "1");
        return parametres;
    }
}
