package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.declaration.Classe.CONTACT;

import fr.gouv.apprentissage.bal.declaration.Champ;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import fr.gouv.apprentissage.bal.declaration.Table;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;

/** What a source says of an address or a mail domain. Field numbers 300 to 399. It has no face in GraphQL: nobody reads it, verification asks it. */
@Description("An e-mail address, or a mail domain, that a source saw with an establishment or a company.")
@Table("contact")
public record Contact(
        @Id @NonNul String id,
        @Champ(numero = 301, colonne = "siren") Siren siren,
        @Champ(numero = 302, colonne = "siret") Siret siret,
        @Champ(numero = 303, colonne = "courriel") @Personnel(classe = CONTACT) Sealed<Courriel> courriel,
        @Champ(numero = 304, colonne = "domaine") String domaine,
        @Champ(numero = 305, colonne = "expire_le") LocalDate expireLe) {}
