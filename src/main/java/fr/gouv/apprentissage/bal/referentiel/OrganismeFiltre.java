package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import java.util.List;

/** Criteria on organismes; an absent one is null and sets no bound, an empty list matches nothing. */
public record OrganismeFiltre(
        List<Siret> siret,
        List<Uai> uai,
        String texte,
        List<String> region,
        List<String> academie,
        List<String> departement,
        NatureOrganisme nature) {}
