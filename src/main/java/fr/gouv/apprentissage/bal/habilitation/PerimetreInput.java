package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.util.List;

/** A {@link Perimetre} as a caller sends it: GraphQL keeps what is sent and what is shown apart. */
public record PerimetreInput(
        List<String> regions,
        List<String> academies,
        List<String> departements,
        List<Siret> organismes,
        List<Siren> sirens,
        List<String> opcos,
        List<String> sources,
        List<StatutApprenant> statuts) {

    Perimetre perimetre() {
        return new Perimetre(regions, academies, departements, organismes, sirens, opcos, sources, statuts);
    }
}
