package fr.gouv.apprentissage.bal.oracle;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be stored.
 *
 * @param contrats each record by its key
 * @param personnes the records that speak of one human being, as sets of keys
 * @param quarantaine how many different rows of an extract's day cannot be identified, by reason
 * @param signalements how many were counted on a day, by reason
 */
public record Attendu(
        Map<Cle, ContratAttendu> contrats,
        Set<Set<Cle>> personnes,
        Map<Quarantaine, Integer> quarantaine,
        Map<Signalement, Integer> signalements) {

    /**
     * A record.
     *
     * @param valeurs canonical texts; an empty field is absent
     * @param etatDu newest day of which anything is known
     * @param jourLba newest day of that extract, null for none
     * @param jourTba newest day of that extract, null for none
     * @param changements in the order in which they happened; those of one day in the order of {@link Champ}, by coordinate
     */
    public record ContratAttendu(
            Map<Champ, String> valeurs,
            LocalDate etatDu,
            LocalDate jourLba,
            LocalDate jourTba,
            List<ChangementAttendu> changements) {}

    public record Quarantaine(Extrait extrait, LocalDate jour, String motif) {}

    public record Signalement(LocalDate jour, String raison) {}

    /** How often that reason was counted, over all days. */
    public int signalements(String raison) {
        return signalements.entrySet().stream()
                .filter(e -> e.getKey().raison().equals(raison))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
