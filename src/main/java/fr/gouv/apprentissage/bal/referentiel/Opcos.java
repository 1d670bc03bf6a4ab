package fr.gouv.apprentissage.bal.referentiel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The OPCOs (domain.md §3.2), found by their code or by any way in which a source writes them. */
public final class Opcos {

    private static final String FICHIER = "opcos.csv";
    private static final List<Opco> TOUS = contenu()
            .lines()
            .skip(1)
            .map(ligne -> ligne.split(";", -1))
            .map(champs -> new Opco(champs[0], champs[1], champs[2].equals("oui"), ecritures(champs[3])))
            .toList();
    private static final Map<String, Opco> PAR_ECRITURE = parEcriture();

    private Opcos() {}

    /** The eleven, without the technical values. */
    public static List<Opco> tous() {
        return TOUS.stream().filter(opco -> !opco.technique()).toList();
    }

    /** The one of this code, technical values included; empty when there is none. */
    public static Optional<Opco> deCode(String code) {
        return TOUS.stream().filter(opco -> opco.code().equals(code)).findFirst();
    }

    /** The one that a source writes so: case, accents, blanks and punctuation do not count. Empty when it is none that is known. */
    public static Optional<Opco> deTexte(String texte) {
        return Optional.ofNullable(PAR_ECRITURE.get(pliee(texte)));
    }

    /** What stands for a company whose OPCO nobody knows. */
    public static Opco inconnu() {
        return deCode("INCONNU").orElseThrow();
    }

    /** What stands for a company that several may claim. */
    public static Opco multiple() {
        return deCode("OPCO_MULTIPLE").orElseThrow();
    }

    private static Map<String, Opco> parEcriture() {
        var trouves = new HashMap<String, Opco>();
        for (var opco : TOUS) {
            Stream.concat(Stream.of(opco.code(), opco.nom()), opco.ecritures().stream())
                    .map(Opcos::pliee)
                    .forEach(ecriture -> ajoute(trouves, ecriture, opco));
        }
        return Map.copyOf(trouves);
    }

    private static void ajoute(Map<String, Opco> trouves, String ecriture, Opco opco) {
        var autre = trouves.putIfAbsent(ecriture, opco);
        if (autre != null && !autre.equals(opco)) {
            throw new IllegalStateException(FICHIER + " : deux OPCO s'écrivent de même");
        }
    }

    private static String pliee(String texte) {
        return String.join("", Mots.de(texte));
    }

    private static List<String> ecritures(String champ) {
        return Stream.of(champ.split("\\|")).filter(une -> !une.isBlank()).toList();
    }

    private static String contenu() {
        try (var flux = Opcos.class.getResourceAsStream(FICHIER)) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
