package fr.gouv.apprentissage.bal.oracle;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fields that DECA fills: coordinate, column, extracts that carry it, and where it stands in a row. A coordinate over two columns
 * (a reference) is two fields here, and its changes are one {@code changement}.
 */
public enum Champ {
    NOM("Personne.nom", "nom", "LT", "/alternant/nom", Forme.TEXTE),
    PRENOMS("Personne.prenoms", "prenoms", "LT", "/alternant/prenom", Forme.TEXTE),
    DATE_NAISSANCE("Personne.dateNaissance", "date_naissance", "LT", "/alternant/dateNaissance", Forme.DATE),
    SEXE("Personne.sexe", "sexe", "T", "/alternant/sexe", Forme.SEXE),
    DEPARTEMENT_NAISSANCE(
            "Personne.departementNaissance",
            "departement_naissance",
            "T",
            "/alternant/departementNaissance",
            Forme.TEXTE),
    COURRIELS("Personne.courriels", "courriels", "LT", "/alternant/courriel", Forme.COURRIEL),
    TELEPHONES("Personne.telephones", "telephones", "T", "/alternant/telephone", Forme.TELEPHONE),
    /** Canonical text: street, postcode and département, each possibly empty, between bars. */
    ADRESSE("Personne.adresse", "adresse", "T", "/alternant/adresse", Forme.TEXTE),
    NATIONALITE("Personne.nationalite", "nationalite", "T", "/alternant/nationalite", Forme.ENTIER),
    HANDICAP("Personne.handicap", "handicap", "LT", "/alternant/handicap", Forme.BOOLEEN),
    NUMERO("Contrat.numero", "numero", "LT", "/detailsContrat/noContrat", Forme.TEXTE),
    TYPE("Contrat.type", "type", "LT", "/detailsContrat/typeContrat", Forme.ENTIER),
    DISPOSITIF("Contrat.dispositif", "dispositif", "L", "/detailsContrat/dispositif", Forme.TEXTE),
    STATUT("Contrat.statut", "statut", "LT", "/detailsContrat/statut", Forme.TEXTE),
    DATE_CONCLUSION("Contrat.dateConclusion", "date_conclusion", "L", "/detailsContrat/dateConclusion", Forme.DATE),
    DATE_DEBUT("Contrat.dateDebut", "date_debut", "LT", "/detailsContrat/dateDebutContrat", Forme.DATE),
    DATE_FIN("Contrat.dateFin", "date_fin", "LT", "/detailsContrat/dateFinContrat", Forme.DATE),
    DATE_FIN_REELLE("Contrat.dateFinReelle", "date_fin_reelle", "LT", "/suiviASP/drfc", Forme.DATE),
    NUMERO_AVENANT("Contrat.numeroAvenant", "numero_avenant", "LT", "/detailsContrat/noAvenant", Forme.TEXTE),
    DATE_EFFET_AVENANT(
            "Contrat.dateEffetAvenant", "date_effet_avenant", "LT", "/detailsContrat/dateEffetAvenant", Forme.DATE),
    DATE_RUPTURE("Contrat.dateRupture", "date_rupture", "LT", "/rupture/dateEffetRupture", Forme.DATE),
    MOTIF_RUPTURE("Contrat.motifRupture", "motif_rupture", "LT", "/rupture/codeMotifRupture", Forme.TEXTE),
    DATE_SIGNALEMENT_RUPTURE(
            "Contrat.dateSignalementRupture", "date_signalement_rupture", "LT", "/rupture/dateSignalement", Forme.DATE),
    COMMENTAIRE_RUPTURE(
            "Contrat.commentaireRupture", "commentaire_rupture", "LT", "/rupture/commentaireRupture", Forme.TEXTE),
    DERNIERE_CLASSE("Contrat.derniereClasse", "derniere_classe", "T", "/alternant/derniereClasse", Forme.TEXTE),
    DATE_DEBUT_FORMATION(
            "Contrat.dateDebutFormation", "date_debut_formation", "T", "/formation/dateDebutFormation", Forme.DATE),
    DATE_FIN_FORMATION(
            "Contrat.dateFinFormation", "date_fin_formation", "T", "/formation/dateFinFormation", Forme.DATE),
    INTITULE_FORMATION(
            "Contrat.intituleFormation", "intitule_formation", "LT", "/formation/intituleOuQualification", Forme.TEXTE),
    TYPE_DIPLOME("Contrat.typeDiplome", "type_diplome", "L", "/formation/typeDiplome", Forme.TEXTE),
    CFD("Contrat.certification", "cfd", "LT", "/formation/codeDiplome", Forme.CFD),
    RNCP("Contrat.certification", "rncp", "LT", "/formation/rncp", Forme.RNCP),
    FORMATION_SIRET("Contrat.organismeFormation", "formation_siret", "T", "/etablissementFormation/siret", Forme.SIRET),
    RESPONSABLE_SIRET(
            "Contrat.organismeResponsable",
            "responsable_siret",
            "LT",
            "/organismeFormationResponsable/siret",
            Forme.SIRET),
    RESPONSABLE_UAI(
            "Contrat.organismeResponsable",
            "responsable_uai",
            "LT",
            "/organismeFormationResponsable/uaiCfa",
            Forme.UAI),
    EMPLOYEUR_SIRET("Employeur.siret", "employeur_siret", "L", "/employeur/siret", Forme.SIRET),
    /** The first nine digits of the siret. */
    EMPLOYEUR_SIREN("Employeur.siren", "employeur_siren", "L", "", Forme.TEXTE),
    EMPLOYEUR_DENOMINATION(
            "Employeur.denomination", "employeur_denomination", "L", "/employeur/denomination", Forme.TEXTE),
    EMPLOYEUR_NAF("Employeur.naf", "employeur_naf", "L", "/employeur/naf", Forme.TEXTE),
    EMPLOYEUR_IDCC("Employeur.idcc", "employeur_idcc", "LT", "/employeur/codeIdcc", Forme.TEXTE),
    EMPLOYEUR_EFFECTIF("Employeur.effectif", "employeur_effectif", "L", "/employeur/nombreDeSalaries", Forme.ENTIER),
    EMPLOYEUR_TYPE("Employeur.type", "employeur_type", "L", "/employeur/typeEmployeur", Forme.ENTIER),
    EMPLOYEUR_CODE_POSTAL(
            "Employeur.codePostal", "employeur_code_postal", "L", "/employeur/adresse/codePostal", Forme.CODE_POSTAL),
    EMPLOYEUR_COURRIEL("Employeur.courriel", "employeur_courriel", "L", "/employeur/courriel", Forme.COURRIEL),
    EMPLOYEUR_TELEPHONE("Employeur.telephone", "employeur_telephone", "L", "/employeur/telephone", Forme.TELEPHONE);

    private final String coordonnee;
    private final String colonne;
    private final Set<Extrait> extraits;
    private final String chemin;
    private final Forme forme;

    Champ(String coordonnee, String colonne, String extraits, String chemin, Forme forme) {
        this.coordonnee = coordonnee;
        this.colonne = colonne;
        this.extraits = EnumSet.noneOf(Extrait.class);
        if (extraits.contains("L")) {
            this.extraits.add(Extrait.LBA);
        }
        if (extraits.contains("T")) {
            this.extraits.add(Extrait.TBA);
        }
        this.chemin = chemin;
        this.forme = forme;
    }

    public String coordonnee() {
        return coordonnee;
    }

    /** Column of table {@code contrat}, or of {@code identite} where the coordinate is of Personne. */
    public String colonne() {
        return colonne;
    }

    boolean estPortePar(Extrait extrait) {
        return extraits.contains(extrait);
    }

    String chemin() {
        return chemin;
    }

    Forme forme() {
        return forme;
    }
}
