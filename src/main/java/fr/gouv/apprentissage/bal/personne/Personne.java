package fr.gouv.apprentissage.bal.personne;

import static fr.gouv.apprentissage.bal.declaration.Classe.CONTACT;
import static fr.gouv.apprentissage.bal.declaration.Classe.IDENTIFIANT;
import static fr.gouv.apprentissage.bal.declaration.Classe.IDENTITE;
import static fr.gouv.apprentissage.bal.declaration.Classe.SENSIBLE;

import fr.gouv.apprentissage.bal.declaration.Champ;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import fr.gouv.apprentissage.bal.declaration.Relation;
import fr.gouv.apprentissage.bal.declaration.Table;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.List;

/** What one record states of a human being. Field numbers 1 to 99. */
@Description("A data subject: one person, whatever the sources that know them.")
@Table("identite")
public record Personne(
        @Id @NonNul String id,
        @Champ(numero = 1, colonne = "nom") @Personnel(classe = IDENTITE) Sealed<String> nom,
        @Champ(numero = 2, colonne = "prenoms") @Personnel(classe = IDENTITE) Sealed<List<String>> prenoms,
        @Champ(numero = 3, colonne = "date_naissance") @Personnel(classe = IDENTITE) Sealed<LocalDate> dateNaissance,
        @Champ(numero = 4, colonne = "sexe") @Personnel(classe = IDENTITE) Sealed<Sexe> sexe,
        @Champ(numero = 5, colonne = "departement_naissance") @Personnel(classe = IDENTITE)
                Sealed<String> departementNaissance,
        @Champ(numero = 6, colonne = "ine") @Personnel(classe = IDENTIFIANT) Sealed<String> ine,
        @Champ(numero = 7, colonne = "courriels") @Personnel(classe = CONTACT) Sealed<List<Courriel>> courriels,
        @Champ(numero = 8, colonne = "telephones") @Personnel(classe = CONTACT) Sealed<List<String>> telephones,
        @Champ(numero = 9, colonne = "adresse") @Personnel(classe = CONTACT) Sealed<Adresse> adresse,
        @Champ(numero = 10, colonne = "nationalite") @Personnel(classe = SENSIBLE) Sealed<Integer> nationalite,
        @Champ(numero = 11, colonne = "handicap") @Personnel(classe = SENSIBLE) Sealed<Boolean> handicap,
        @Champ(numero = 12, colonne = "representants") @Personnel(classe = CONTACT)
                Sealed<List<RepresentantLegal>> representants,
        @Relation List<Provenance> sources) {}
