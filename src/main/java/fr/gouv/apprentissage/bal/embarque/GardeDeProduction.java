package fr.gouv.apprentissage.bal.embarque;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides, before anything starts, whether the embedded parts run, and refuses them outside dev, demo and test: a pure
 * function of the profiles and the configuration.
 */
final class GardeDeProduction {

    private static final Set<String> PROFILS_EMBARQUES = Set.of("dev", "demo");
    private static final Set<String> PROFILS_LIBRES = Set.of("dev", "demo", "test");
    private static final Set<String> BOUCLES_LOCALES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private static final Map<String, String> EXIGENCES = exigences();

    private final Collection<String> profils;
    private final Function<String, Optional<String>> lecture;

    GardeDeProduction(Collection<String> profils, Function<String, Optional<String>> lecture) {
        this.profils = List.copyOf(profils);
        this.lecture = lecture;
    }

    /** Whether the embedded parts are to be started: only dev and demo, and no database is configured. */
    boolean embarque() {
        return !profils.isEmpty()
                && PROFILS_EMBARQUES.containsAll(profils)
                && List.of(Cles.JDBC, Cles.REACTIF, Cles.JOURNAL, Cles.LECTURE_JOURNAL).stream()
                        .noneMatch(this::configuree);
    }

    /** Everything that forbids this start, in French, at once; empty when it may go on. Never the value of a key. */
    List<String> fautes() {
        var fautes = new ArrayList<String>();
        if (!profils.isEmpty() && PROFILS_LIBRES.containsAll(profils)) {
            if (embarque()
                    && lecture.apply(Cles.HOTE)
                            .filter(h -> !BOUCLES_LOCALES.contains(h))
                            .isPresent()) {
                fautes.add(Cles.HOTE + " : les parties embarquées n'écoutent que sur la boucle locale (127.0.0.1)");
            }
            return List.copyOf(fautes);
        }
        EXIGENCES.forEach((cle, raison) -> {
            if (!configuree(cle)) {
                fautes.add(cle + " : " + raison);
            }
        });
        if (configuree(Cles.CLE_PUBLIQUE)) {
            fautes.add(Cles.CLE_PUBLIQUE + " : une clé locale de jetons ne vaut qu'en dev et en demo, retirez-la");
        }
        if (lecture.apply(Cles.ACTIF).filter(Boolean::parseBoolean).isPresent()) {
            fautes.add(Cles.ACTIF + " : les parties embarquées ne valent qu'en dev et en demo, retirez cette clé");
        }
        return List.copyOf(fautes);
    }

    private boolean configuree(String cle) {
        return lecture.apply(cle).filter(valeur -> !valeur.isBlank()).isPresent();
    }

    private static Map<String, String> exigences() {
        var exigences = new LinkedHashMap<String, String>();
        exigences.put(Cles.JDBC, "adresse JDBC de la base PostgreSQL");
        exigences.put(Cles.REACTIF, "adresse réactive de la même base, pour servir");
        exigences.put(Cles.JOURNAL, "adresse réactive de la même base, pour le journal");
        exigences.put(Cles.LECTURE_JOURNAL, "adresse réactive de la même base, pour lire le journal");
        exigences.put("quarkus.flyway.jdbc-url", "adresse JDBC de la même base, pour les migrations");
        exigences.put("quarkus.flyway.password", "mot de passe du rôle qui migre");
        exigences.put(Cles.OIDC, "adresse du fournisseur OIDC");
        exigences.put(Cles.VAULT, "adresse de Vault, qui garde les clés");
        return exigences;
    }
}
