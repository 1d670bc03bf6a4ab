package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;

/** A training organisation; every part but one of its two codes may be null. */
@Description("Known by its SIRET, its UAI, or both.")
public record Organisme(
        Siret siret,
        Uai uai,
        String raisonSociale,
        NatureOrganisme nature,
        Boolean qualiopi,
        Adresse adresse,
        String departement,
        String academie,
        String region) {}
