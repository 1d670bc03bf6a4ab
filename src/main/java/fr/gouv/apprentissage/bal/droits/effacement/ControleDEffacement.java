package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether an entry of the list is what was signed.
 *
 * @param cles keys that are trusted
 */
record ControleDEffacement(List<ClePublique> cles) {

    ControleDEffacement {
        cles = List.copyOf(cles);
    }

    /** What is wrong with it, in French; empty when it holds. Marks may be missing once they have ended, and may not be others. */
    Optional<String> faute(EffacementSigne signe, LocalDate jour) {
        var cle = cles.stream().filter(une -> une.id().equals(signe.cle())).findFirst();
        if (cle.isEmpty()) {
            return Optional.of("signée par une clé inconnue (" + signe.cle() + ")");
        }
        var effacement = signe.effacement();
        if (!cle.get().verifie(FormeDEffacement.octets(effacement, signe.cle()), signe.signature())) {
            return Optional.of("signature fausse");
        }
        var finies = effacement.marques().isEmpty() && effacement.fin().isBefore(jour);
        return finies
                        || Arrays.equals(
                                FormeDEffacement.empreinte(effacement.marques()), effacement.empreinteDesMarques())
                ? Optional.empty()
                : Optional.of("les marques ne sont pas celles qui ont été signées");
    }
}
