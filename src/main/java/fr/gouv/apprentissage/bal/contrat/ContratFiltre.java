package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Filtre;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.personne.PersonneFiltre;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Criteria on contracts; an absent one is null and sets no bound, an empty list matches nothing. */
@Description(
        "A contract's territory is that of its organismeFormation, else of its organismeResponsable; unknown: in no territory.")
public record ContratFiltre(
        @Id List<String> ids,
        @Description("Changed here at or after this moment: what a client asks to keep a copy of its own fresh.")
                @Filtre(par = "Contrat.sources")
                OffsetDateTime modifieDepuis,
        @Filtre(par = "Contrat.alternant") PersonneFiltre alternant,
        @Filtre(par = "Employeur.siret") List<Siret> employeurSiret,
        @Filtre(par = "Employeur.siren") List<Siren> employeurSiren,
        @Filtre(par = "Contrat.organismeFormation") List<Siret> organismeSiret,
        @Filtre(par = "Contrat.certification") List<Cfd> cfd,
        @Filtre(par = "Contrat.organismeFormation") List<String> region,
        @Filtre(par = "Contrat.organismeFormation") List<String> departement,
        @Filtre(par = "Contrat.statut") List<StatutContrat> statut,
        @Filtre(par = "Contrat.dateDebut") LocalDate debutDu,
        @Filtre(par = "Contrat.dateDebut") LocalDate debutAu,
        @Filtre(par = "Contrat.dateRupture") Boolean rupture) {}
