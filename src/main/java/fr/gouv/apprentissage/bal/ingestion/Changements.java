package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.joining;

import fr.gouv.apprentissage.bal.contrat.ChangementEcrit;
import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a merge changed, field by field. What was empty and is filled since an extract speaks of the record for the first time has no history:
 * that is not a change.
 */
final class Changements {

    private static final Map<Coordonnee, List<String>> CHAMPS = champs();

    private final FusionDeChamps fusion;
    private final Map<String, String> defauts;

    Changements(FusionDeChamps fusion, Map<String, String> defauts) {
        this.fusion = fusion;
        this.defauts = Map.copyOf(defauts);
    }

    List<ChangementEcrit> de(List<Fusion> fusions) {
        var changements = new ArrayList<ChangementEcrit>();
        for (var une : fusions) {
            CHAMPS.forEach((champ, colonnes) -> {
                var avant = valeur(une.avant(), colonnes);
                if (colonnes.stream().anyMatch(une.changees()::contains)
                        && !(avant.vide() && premiereFois(une, colonnes))) {
                    changements.add(
                            new ChangementEcrit(une.enregistrement(), champ, avant, valeur(une.apres(), colonnes)));
                }
            });
        }
        return changements;
    }

    /** Whether no extract that had spoken of the record says anything of it now. */
    private boolean premiereFois(Fusion une, List<String> colonnes) {
        return colonnes.stream()
                .noneMatch(colonne ->
                        fusion.ditPar(une.apres(), colonne, une.avant().jours().keySet()));
    }

    /** A reference stands as its codes, blank between them. */
    private Cellule valeur(EtatDeChamps etat, List<String> colonnes) {
        if (colonnes.size() == 1) {
            var cellule = etat.cellule(colonnes.get(0));
            return cellule.vide() ? Cellule.claire(defauts.get(colonnes.get(0))) : cellule;
        }
        var codes = colonnes.stream()
                .map(colonne -> etat.cellule(colonne).clair())
                .filter(Objects::nonNull)
                .collect(joining(" "));
        return Cellule.claire(codes.isEmpty() ? null : codes);
    }

    private static Map<Coordonnee, List<String>> champs() {
        var champs = new LinkedHashMap<Coordonnee, List<String>>();
        Stream.of(IdentiteStore.COLONNES, ContratStore.COLONNES)
                .flatMap(List<Colonne>::stream)
                .forEach(colonne -> champs.computeIfAbsent(colonne.coordonnee(), nouvelle -> new ArrayList<>())
                        .add(colonne.nom()));
        return champs;
    }
}
