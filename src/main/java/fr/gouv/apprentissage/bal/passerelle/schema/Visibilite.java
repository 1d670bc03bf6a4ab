package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Horizon;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out what shows of the schema to a client. From what its rights and roles permit, takes away what leads nowhere until nothing changes: a
 * field whose type is empty, or that asks for an argument that cannot be given; then keeps what can be reached from the root fields.
 */
final class Visibilite {
    private static final List<String> RACINES = List.of("Query", "Mutation");

    private final Definitions definitions;
    private final Exigences exigences;

    Visibilite(Definitions definitions, Exigences exigences) {
        this.definitions = definitions;
        this.exigences = exigences;
    }

    /** What shows under any of the horizons; an operation has one purpose, so each is looked at by itself. */
    Visibles de(List<Horizon> horizons, Set<String> roles) {
        return (horizons.isEmpty() ? List.of(new Horizon("", Map.of())) : horizons)
                .stream().map(horizon -> de(horizon, roles)).reduce(Visibles.RIEN, Visibles::ou);
    }

    private Visibles de(Horizon horizon, Set<String> roles) {
        var parType = new HashMap<String, List<Membre>>();
        definitions
                .parType()
                .forEach((type, membres) -> parType.put(
                        type,
                        membres.stream()
                                .filter(membre -> exigences.permis(membre.coordonnee(), horizon, roles))
                                .toList()));
        while (elague(parType)) {
            // each round may empty types that others rest on
        }
        return atteints(parType);
    }

    private boolean elague(Map<String, List<Membre>> parType) {
        var change = false;
        for (var entree : parType.entrySet()) {
            var utiles = entree.getValue().stream()
                    .filter(membre -> membre.exige().stream().allMatch(type -> montre(parType, type)))
                    .toList();
            if (sansUnObligatoire(entree.getKey(), utiles)) {
                utiles = List.of();
            }
            change |= utiles.size() < entree.getValue().size();
            entree.setValue(utiles);
        }
        return change;
    }

    /** An input object that lacks what must be given cannot be given. */
    private boolean sansUnObligatoire(String type, List<Membre> utiles) {
        return definitions.parType().get(type).stream()
                .anyMatch(membre -> membre.obligatoire() && !utiles.contains(membre));
    }

    /** A scalar always shows. */
    private static boolean montre(Map<String, List<Membre>> parType, String type) {
        return !parType.containsKey(type) || !parType.get(type).isEmpty();
    }

    private static Visibles atteints(Map<String, List<Membre>> parType) {
        var membres = new HashSet<Coordonnee>();
        var scalaires = new HashSet<String>();
        var vus = new HashSet<>(RACINES);
        var aVoir = new ArrayDeque<>(RACINES);
        while (!aVoir.isEmpty()) {
            for (var membre : parType.getOrDefault(aVoir.remove(), List.of())) {
                membres.add(membre.coordonnee());
                for (var types : List.of(membre.exige(), membre.offre())) {
                    for (var type : types) {
                        if (!parType.containsKey(type)) {
                            scalaires.add(type);
                        } else if (vus.add(type)) {
                            aVoir.add(type);
                        }
                    }
                }
            }
        }
        return new Visibles(membres, scalaires);
    }
}
