package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.identifiant.AnneeScolaire;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The scalars of the contract. */
final class Scalaires {
    static final List<Scalaire<?>> TOUS = List.of(
            new Scalaire<>("Date", LocalDate.class, LocalDate::parse, LocalDate::toString),
            new Scalaire<>("DateTime", OffsetDateTime.class, OffsetDateTime::parse, OffsetDateTime::toString),
            new Scalaire<>("Siret", Siret.class, Siret::lis, Siret::valeur),
            new Scalaire<>("Siren", Siren.class, Siren::lis, Siren::valeur),
            new Scalaire<>("Uai", Uai.class, Uai::lis, Uai::valeur),
            new Scalaire<>("Cfd", Cfd.class, Cfd::lis, Cfd::valeur),
            new Scalaire<>("Rncp", Rncp.class, Rncp::lis, Rncp::valeur),
            new Scalaire<>("Email", Courriel.class, Courriel::lis, Courriel::valeur),
            new Scalaire<>("AnneeScolaire", AnneeScolaire.class, AnneeScolaire::lis, AnneeScolaire::valeur),
            new Scalaire<>("CodePostal", CodePostal.class, CodePostal::lis, CodePostal::valeur),
            new Scalaire<>("CodeCommune", CodeCommune.class, CodeCommune::lis, CodeCommune::valeur));

    private Scalaires() {}
}
