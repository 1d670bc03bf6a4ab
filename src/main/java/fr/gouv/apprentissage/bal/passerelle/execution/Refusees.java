package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import fr.gouv.apprentissage.bal.passerelle.plan.Refus;
import java.util.List;
import java.util.Map;

/** What a plan refuses, as errors. */
final class Refusees {

    private Refusees() {}

    /** The errors for which the operation is refused as a whole; none: it runs. */
    static List<Erreur> de(Plan plan, Mode mode) {
        return plan.refus().stream()
                .filter(refus -> refus.code() != CodeErreur.CHAMP_NON_HABILITE || mode == Mode.STRICTE)
                .map(Refusees::erreur)
                .toList();
    }

    /** The errors of the fields that are granted nowhere. */
    static List<Erreur> champs(Plan plan) {
        return plan.refus().stream()
                .filter(refus -> refus.code() == CodeErreur.CHAMP_NON_HABILITE)
                .map(Refusees::erreur)
                .toList();
    }

    private static Erreur erreur(Refus refus) {
        return new Erreur(
                refus.code(),
                refus.code().message(),
                refus.chemin(),
                refus.lieu(),
                Map.of(
                        "coordonnee",
                        refus.coordonnee().toString(),
                        "motif",
                        refus.motif().name()));
    }
}
