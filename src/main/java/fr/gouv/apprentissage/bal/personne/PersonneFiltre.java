package fr.gouv.apprentissage.bal.personne;

import static fr.gouv.apprentissage.bal.declaration.Classe.CONTACT;
import static fr.gouv.apprentissage.bal.declaration.Classe.IDENTIFIANT;
import static fr.gouv.apprentissage.bal.declaration.Classe.IDENTITE;

import fr.gouv.apprentissage.bal.declaration.Filtre;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import fr.gouv.apprentissage.bal.identifiant.Courriel;

/** Criteria on a person; an absent one is null. */
public record PersonneFiltre(
        @Personnel(classe = IDENTIFIANT) @Filtre(par = "Personne.ine") String ine,
        @Personnel(classe = CONTACT) @Filtre(par = "Personne.courriels") Courriel courriel,
        @Personnel(classe = CONTACT) @Filtre(par = "Personne.telephones") String telephone,
        @Personnel(classe = IDENTITE) @Filtre(par = {"Personne.nom", "Personne.prenoms", "Personne.dateNaissance"})
                IdentiteFiltre identite) {}
