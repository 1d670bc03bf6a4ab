package fr.gouv.apprentissage.bal.contrat;

import static fr.gouv.apprentissage.bal.declaration.Classe.IDENTIFIANT;
import static fr.gouv.apprentissage.bal.declaration.Classe.PARCOURS;

import fr.gouv.apprentissage.bal.declaration.Champ;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.Inclus;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import fr.gouv.apprentissage.bal.declaration.Reference;
import fr.gouv.apprentissage.bal.declaration.Relation;
import fr.gouv.apprentissage.bal.declaration.Table;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.Provenance;
import fr.gouv.apprentissage.bal.referentiel.Certification;
import fr.gouv.apprentissage.bal.referentiel.Organisme;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.List;

/** A contract. Field numbers 100 to 199. */
@Description("An apprenticeship or professionalisation contract (DECA).")
@Table("contrat")
public record Contrat(
        @Id @NonNul String id,
        @Champ(numero = 101, colonne = "numero") @Personnel(classe = IDENTIFIANT) Sealed<String> numero,
        @Champ(numero = 102, colonne = "type") Integer type,
        @Champ(numero = 103, colonne = "dispositif") Dispositif dispositif,
        @Champ(numero = 104, colonne = "statut") StatutContrat statut,
        @Champ(numero = 105, colonne = "date_conclusion") LocalDate dateConclusion,
        @Champ(numero = 106, colonne = "date_debut") LocalDate dateDebut,
        @Champ(numero = 107, colonne = "date_fin") LocalDate dateFin,
        @Champ(numero = 108, colonne = "date_fin_reelle") LocalDate dateFinReelle,
        @Champ(numero = 109, colonne = "numero_avenant") String numeroAvenant,
        @Champ(numero = 110, colonne = "date_effet_avenant") LocalDate dateEffetAvenant,
        @Champ(numero = 111, colonne = "date_rupture") LocalDate dateRupture,
        @Champ(numero = 112, colonne = "motif_rupture") @Personnel(classe = PARCOURS) Sealed<String> motifRupture,
        @Champ(numero = 113, colonne = "date_signalement_rupture") LocalDate dateSignalementRupture,
        @Champ(numero = 114, colonne = "commentaire_rupture") @Personnel(classe = PARCOURS)
                Sealed<String> commentaireRupture,
        @Champ(numero = 115, colonne = "derniere_classe") @Personnel(classe = PARCOURS) Sealed<String> derniereClasse,
        @Champ(numero = 116, colonne = "date_debut_formation") LocalDate dateDebutFormation,
        @Champ(numero = 117, colonne = "date_fin_formation") LocalDate dateFinFormation,
        @Description("As filed, whatever the nomenclature says") @Champ(numero = 118, colonne = "intitule_formation")
                String intituleFormation,
        @Champ(numero = 119, colonne = "type_diplome") String typeDiplome,
        @Relation Personne alternant,
        @Inclus Employeur employeur,
        @Reference(colonnes = {"formation_siret"}) Organisme organismeFormation,
        @Reference(colonnes = {"responsable_siret", "responsable_uai"}) Organisme organismeResponsable,
        @Reference(colonnes = {"cfd", "rncp"}) Certification certification,
        @Relation List<Changement> changements,
        @Relation List<Provenance> sources) {}
