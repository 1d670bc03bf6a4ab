package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.util.List;

/** The rows that an habilitation reaches: a null key sets no bound, an empty list reaches no row, all keys must hold on one record. */
@Description("Rows that the habilitation reaches. An absent key sets no bound; several keys must all hold.")
public record Perimetre(
        List<String> regions,
        List<String> academies,
        List<String> departements,
        List<Siret> organismes,
        List<Siren> sirens,
        List<String> opcos,
        List<String> sources,
        List<StatutApprenant> statuts) {

    /** Reaches every row. */
    public static final Perimetre SANS_BORNE = new Perimetre(null, null, null, null, null, null, null, null);
}
