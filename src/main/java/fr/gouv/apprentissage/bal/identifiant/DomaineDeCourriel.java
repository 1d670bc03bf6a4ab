package fr.gouv.apprentissage.bal.identifiant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands after the at sign of an address: lower case, ASCII, two labels at least, 253 characters at most (RFC 1035).
 *
 * @param valeur the domain in lower case
 */
public record DomaineDeCourriel(String valeur) {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Forme FORME = new Forme(
            "Domaine", "(?=.{1,253}$)(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL, "domaine attendu, comme domaine.fr");
    private static final Set<String> FOURNISSEURS = fournisseurs();

    /** @throws IdentifiantInvalide unless it is a domain in its canonical form */
    public DomaineDeCourriel {
        FORME.exige(valeur);
    }

    /**
     * Reads it: blanks around and case do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static DomaineDeCourriel lis(String brut) {
        var texte = FORME.sansBords(brut);
        if (!Forme.ascii(texte)) {
            throw FORME.refus("seuls les caractères sans accent sont acceptés");
        }
        return new DomaineDeCourriel(texte.toLowerCase(Locale.ROOT));
    }

    /** The domain of an address. */
    public static DomaineDeCourriel de(Courriel courriel) {
        return new DomaineDeCourriel(courriel.domaine());
    }

    /** The domain of an address where it says whose company one is: nothing where anybody may have an address of it. */
    public static Optional<String> dEntreprise(Courriel courriel) {
        var domaine = de(courriel);
        return domaine.estPublic() ? Optional.empty() : Optional.of(domaine.valeur());
    }

    /** Whether anybody may have an address of it: it is a public provider's, or stands under one. */
    public boolean estPublic() {
        for (var reste = valeur; !reste.isEmpty(); reste = apresLePoint(reste)) {
            if (FOURNISSEURS.contains(reste)) {
                return true;
            }
        }
        return false;
    }

    private static String apresLePoint(String domaine) {
        var point = domaine.indexOf('.');
        return point < 0 ? "" : domaine.substring(point + 1);
    }

    private static Set<String> fournisseurs() {
        try (var lignes = new BufferedReader(new InputStreamReader(
                DomaineDeCourriel.class.getResourceAsStream("fournisseurs-de-courriel.txt"), StandardCharsets.UTF_8))) {
            return lignes.lines().filter(ligne -> !ligne.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
