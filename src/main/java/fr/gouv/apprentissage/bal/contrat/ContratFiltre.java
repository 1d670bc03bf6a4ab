package fr.gouv.apprentissage.bal.contrat;

import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.DES;
import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.IDS;
import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.JUSQU_A;
import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.PARMI;
import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.PERSONNE;
import static fr.gouv.apprentissage.bal.declaration.Critere.Comparaison.RENSEIGNE;

import fr.gouv.apprentissage.bal.declaration.Critere;
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
        @Critere(comparaison = IDS, selectif = true) @Id List<String> ids,
        @Description("Changed here at or after this moment: what a client asks to keep a copy of its own fresh.")
                @Critere(comparaison = DES, colonne = "modifie_le")
                @Filtre(par = "Contrat.sources")
                OffsetDateTime modifieDepuis,
        @Critere(comparaison = PERSONNE, selectif = true) @Filtre(par = "Contrat.alternant") PersonneFiltre alternant,
        @Critere(comparaison = PARMI, colonne = "employeur_siret", selectif = true) @Filtre(par = "Employeur.siret")
                List<Siret> employeurSiret,
        @Critere(comparaison = PARMI, colonne = "employeur_siren", selectif = true) @Filtre(par = "Employeur.siren")
                List<Siren> employeurSiren,
        @Critere(comparaison = PARMI, colonne = "formation_siret", selectif = true)
                @Filtre(par = "Contrat.organismeFormation")
                List<Siret> organismeSiret,
        @Critere(comparaison = PARMI, colonne = "cfd") @Filtre(par = "Contrat.certification") List<Cfd> cfd,
        @Critere(comparaison = PARMI, colonne = "region") @Filtre(par = "Contrat.organismeFormation")
                List<String> region,
        @Critere(comparaison = PARMI, colonne = "departement") @Filtre(par = "Contrat.organismeFormation")
                List<String> departement,
        @Critere(comparaison = PARMI, colonne = "statut") @Filtre(par = "Contrat.statut") List<StatutContrat> statut,
        @Critere(comparaison = DES, colonne = "date_debut") @Filtre(par = "Contrat.dateDebut") LocalDate debutDu,
        @Critere(comparaison = JUSQU_A, colonne = "date_debut") @Filtre(par = "Contrat.dateDebut") LocalDate debutAu,
        @Critere(comparaison = RENSEIGNE, colonne = "date_rupture") @Filtre(par = "Contrat.dateRupture")
                Boolean rupture) {}
