package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.LBA;
import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.LES_DEUX;
import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.TBA;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which field of DECA goes where, and which extract carries it (domain.md §2.2). */
final class Champs {

    /** Extracts that carry a field. */
    enum Portee {
        LES_DEUX,
        LBA,
        TBA;

        boolean comprend(Portee extrait) {
            return this == LES_DEUX || this == extrait;
        }
    }

    /**
     * A field.
     *
     * @param chemin its place in a row, a JSON pointer
     * @param colonne column that holds it
     * @param portee extracts that carry it
     * @param lecteur how it is written
     */
    record Champ(String chemin, String colonne, Portee portee, Lecture.Lecteur lecteur) {}

    static final String NUMERO = "/detailsContrat/noContrat";
    static final String TYPE = "/detailsContrat/typeContrat";
    static final String NUMERO_AVENANT = "/detailsContrat/noAvenant";
    static final String NOM = "/alternant/nom";
    static final String PRENOM = "/alternant/prenom";
    static final String DATE_NAISSANCE = "/alternant/dateNaissance";
    static final String ADRESSE = "/alternant/adresse";
    static final String EMPLOYEUR_SIRET = "/employeur/siret";
    static final String EMPLOYEUR_COURRIEL = "/employeur/courriel";

    /** Fields that stand alone. */
    static final List<Champ> SIMPLES = List.of(
            new Champ("/alternant/sexe", "sexe", TBA, Lecteurs::sexe),
            new Champ("/alternant/departementNaissance", "departement_naissance", TBA, Lecteurs::texte),
            new Champ("/alternant/nationalite", "nationalite", TBA, Lecteurs::nationalite),
            new Champ("/alternant/handicap", "handicap", LES_DEUX, Lecteurs::booleen),
            new Champ("/alternant/courriel", "courriels", LES_DEUX, Lecteurs.liste(Lecteurs::courriel)),
            new Champ("/alternant/telephone", "telephones", TBA, Lecteurs.liste(Lecteurs::telephone)),
            new Champ("/alternant/derniereClasse", "derniere_classe", TBA, Lecteurs::texte),
            new Champ("/formation/dateDebutFormation", "date_debut_formation", TBA, Lecteurs::date),
            new Champ("/formation/dateFinFormation", "date_fin_formation", TBA, Lecteurs::date),
            new Champ("/formation/codeDiplome", "cfd", LES_DEUX, Lecteurs::cfd),
            new Champ("/formation/rncp", "rncp", LES_DEUX, Lecteurs::rncp),
            new Champ("/formation/intituleOuQualification", "intitule_formation", LES_DEUX, Lecteurs::texte),
            new Champ("/formation/typeDiplome", "type_diplome", LBA, Lecteurs::texte),
            new Champ("/etablissementFormation/siret", "formation_siret", TBA, Lecteurs::siret),
            new Champ("/organismeFormationResponsable/siret", "responsable_siret", LES_DEUX, Lecteurs::siret),
            new Champ("/organismeFormationResponsable/uaiCfa", "responsable_uai", LES_DEUX, Lecteurs::uai),
            new Champ("/employeur/denomination", "employeur_denomination", LBA, Lecteurs::texte),
            new Champ("/employeur/naf", "employeur_naf", LBA, Lecteurs::texte),
            new Champ("/employeur/codeIdcc", "employeur_idcc", LES_DEUX, Lecteurs::texte),
            new Champ("/employeur/nombreDeSalaries", "employeur_effectif", LBA, Lecteurs::entier),
            new Champ("/employeur/typeEmployeur", "employeur_type", LBA, Lecteurs::typeDEmployeur),
            new Champ("/employeur/adresse/codePostal", "employeur_code_postal", LBA, Lecteurs::codePostal),
            new Champ(EMPLOYEUR_COURRIEL, "employeur_courriel", LBA, Lecteurs::courriel),
            new Champ("/employeur/telephone", "employeur_telephone", LBA, Lecteurs::telephone),
            new Champ("/detailsContrat/dateDebutContrat", "date_debut", LES_DEUX, Lecteurs::date),
            new Champ("/detailsContrat/dateFinContrat", "date_fin", LES_DEUX, Lecteurs::date),
            new Champ("/detailsContrat/dateEffetAvenant", "date_effet_avenant", LES_DEUX, Lecteurs::date),
            new Champ("/detailsContrat/dispositif", "dispositif", LBA, Lecteurs::dispositif),
            new Champ("/detailsContrat/dateConclusion", "date_conclusion", LBA, Lecteurs::date),
            new Champ("/rupture/dateEffetRupture", "date_rupture", LES_DEUX, Lecteurs::date),
            new Champ("/detailsContrat/statut", "statut", LES_DEUX, Lecteurs::statut),
            new Champ("/rupture/codeMotifRupture", "motif_rupture", LES_DEUX, Lecteurs::texte),
            new Champ("/rupture/commentaireRupture", "commentaire_rupture", LES_DEUX, Lecteurs::texte),
            new Champ("/rupture/dateSignalement", "date_signalement_rupture", LES_DEUX, Lecteurs::date),
            new Champ("/suiviASP/drfc", "date_fin_reelle", LES_DEUX, Lecteurs::date));

    /** Columns of what identifies a row or is made of several places. */
    private static final Set<String> COMPOSEES_LES_DEUX =
            Set.of("nom", "prenoms", "date_naissance", "numero", "type", "numero_avenant");

    private static final Set<String> COMPOSEES_LBA = Set.of("employeur_siret", "employeur_siren");
    private static final Set<String> COMPOSEES_TBA = Set.of("adresse");

    private Champs() {}

    /** Columns that an extract carries. */
    static Set<String> colonnes(Portee extrait) {
        var colonnes = SIMPLES.stream()
                .filter(champ -> champ.portee().comprend(extrait))
                .map(Champ::colonne)
                .collect(Collectors.toSet());
        colonnes.addAll(COMPOSEES_LES_DEUX);
        colonnes.addAll(extrait == LBA ? COMPOSEES_LBA : COMPOSEES_TBA);
        return colonnes;
    }
}
