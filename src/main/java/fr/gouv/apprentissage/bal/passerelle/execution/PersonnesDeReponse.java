package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many persons an answer holds: the distinct persons of its records, as far as any of its rows says whose record it is. A record of whom no
 * row says it (a contract without its alternant) counts for one person: the number may be too high, never too low.
 */
final class PersonnesDeReponse {

    private final Map<Long, Long> parEnregistrement = new HashMap<>();
    private final Set<Long> sansPersonne = new HashSet<>();

    void ajoute(Noeud noeud, Ligne ligne) {
        var personne = personne(noeud, ligne);
        if (personne == null) {
            sansPersonne.add(ligne.enregistrement());
        } else {
            parEnregistrement.put(ligne.enregistrement(), personne);
        }
    }

    int nombre() {
        long seuls = sansPersonne.stream()
                .filter(enregistrement -> !parEnregistrement.containsKey(enregistrement))
                .count();
        return Math.toIntExact(new HashSet<>(parEnregistrement.values()).size() + seuls);
    }

    /** Contracts below another row are those of a person. */
    private static Long personne(Noeud noeud, Ligne ligne) {
        if (ligne.disposition().personne() >= 0) {
            return ligne.personne();
        }
        return noeud instanceof Noeud.Contrats && ligne.disposition().parent() >= 0 ? (Long) ligne.parent() : null;
    }
}
