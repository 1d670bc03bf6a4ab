package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The count of sealed values over all places, by class and version, and the text of it that is signed: one fact a line, always in the same
 * order.
 *
 * @param comptes by place
 */
record Preuve(Map<String, List<LieuScelle.Compte>> comptes) {

    private static final String INCONNUE = "INCONNUE";

    Preuve {
        comptes = Map.copyOf(comptes);
    }

    /** Values of the class, or of a field that nobody declares, that do not stand under this version. */
    long horsDe(Classe classe, int version) {
        return somme(classe, compte -> compte.version() != version);
    }

    /** Values of the class, or of a field that nobody declares, that stand under this version. */
    long sous(Classe classe, int version) {
        return somme(classe, compte -> compte.version() == version);
    }

    private long somme(Classe classe, Predicate<LieuScelle.Compte> lesquels) {
        return comptes.values().stream()
                .flatMap(List::stream)
                .filter(compte -> compte.classe().orElse(classe) == classe)
                .filter(lesquels)
                .mapToLong(LieuScelle.Compte::valeurs)
                .sum();
    }

    /**
     * What is signed.
     *
     * @param anciennes older versions of the class that are not retired: each has its line, with zero where nothing stands under it
     */
    String texte(Rotation rotation, List<Integer> anciennes, Instant le) {
        var lignes = new TreeMap<String, Long>();
        comptes.forEach((lieu, siens) -> siens.forEach(compte -> lignes.merge(
                "lieu " + lieu + " classe " + compte.classe().map(Classe::name).orElse(INCONNUE) + " version "
                        + compte.version(),
                compte.valeurs(),
                Long::sum)));
        var texte = new StringBuilder("BAL preuve de rotation 1\n");
        texte.append("rotation ").append(rotation.id()).append('\n');
        texte.append("classe ").append(rotation.classe()).append('\n');
        texte.append("version ").append(rotation.version()).append('\n');
        texte.append("le ").append(le).append('\n');
        lignes.forEach((ligne, valeurs) ->
                texte.append(ligne).append(" valeurs ").append(valeurs).append('\n'));
        anciennes.forEach(ancienne -> texte.append("ancienne version ")
                .append(ancienne)
                .append(" valeurs ")
                .append(sous(rotation.classe(), ancienne))
                .append('\n'));
        return texte.append("restants ")
                .append(horsDe(rotation.classe(), rotation.version()))
                .append('\n')
                .toString();
    }
}
