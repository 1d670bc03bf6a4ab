package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What writing an answer finds row by row: fields out of every perimeter, values that do not open. One error for each coordinate, with the number of rows. */
final class Constats {

    private record Cle(CodeErreur code, Coordonnee coordonnee) {}

    private final Plan plan;
    private final Map<Cle, Set<Long>> lignes = new LinkedHashMap<>();

    Constats(Plan plan) {
        this.plan = plan;
    }

    /** The field is granted, but not on this row; a row counts once, wherever and however often it stands in the answer. */
    void horsPerimetre(Coordonnee coordonnee, long ligne) {
        note(CodeErreur.CHAMP_NON_HABILITE, coordonnee, ligne);
    }

    void note(CodeErreur code, Coordonnee coordonnee, long ligne) {
        lignes.computeIfAbsent(new Cle(code, coordonnee), cle -> new HashSet<>())
                .add(ligne);
    }

    List<Erreur> erreurs() {
        return lignes.entrySet().stream()
                .map(entree -> erreur(entree.getKey(), entree.getValue().size()))
                .toList();
    }

    private Erreur erreur(Cle cle, int nombre) {
        var emplacement = plan.emplacements().get(cle.coordonnee());
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("coordonnee", cle.coordonnee().toString());
        extensions.put("lignes", nombre);
        if (cle.code() == CodeErreur.CHAMP_NON_HABILITE) {
            extensions.put("motif", Motif.HORS_PERIMETRE.name());
        }
        return emplacement == null
                ? new Erreur(cle.code(), cle.code().message(), List.of(), java.util.Optional.empty(), extensions)
                : new Erreur(cle.code(), cle.code().message(), emplacement.chemin(), emplacement.lieu(), extensions);
    }
}
