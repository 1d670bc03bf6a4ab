package fr.gouv.apprentissage.bal.contrat;

import static fr.gouv.apprentissage.bal.declaration.Classe.CONTACT;

import fr.gouv.apprentissage.bal.declaration.Champ;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;

/** The employer, as the contract names it. Field numbers 200 to 299. */
public record Employeur(
        @Champ(numero = 201, colonne = "employeur_siret") Siret siret,
        @Champ(numero = 202, colonne = "employeur_siren") Siren siren,
        @Champ(numero = 203, colonne = "employeur_denomination") String denomination,
        @Champ(numero = 204, colonne = "employeur_naf") String naf,
        @Champ(numero = 205, colonne = "employeur_idcc") String idcc,
        @Champ(numero = 206, colonne = "employeur_opco") String opco,
        @Champ(numero = 207, colonne = "employeur_effectif") Integer effectif,
        @Champ(numero = 208, colonne = "employeur_type") Integer type,
        @Champ(numero = 209, colonne = "employeur_code_postal") CodePostal codePostal,
        @Champ(numero = 210, colonne = "employeur_courriel") @Personnel(classe = CONTACT) Sealed<Courriel> courriel,
        @Champ(numero = 211, colonne = "employeur_telephone") @Personnel(classe = CONTACT) Sealed<String> telephone) {}
