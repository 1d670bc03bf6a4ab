package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.LBA;
import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.LES_DEUX;
import static fr.gouv.apprentissage.bal.connecteur.deca.Champs.Portee.TBA;

import com.fasterxml.jackson.core.JsonPointer;
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
    record Champ(JsonPointer chemin, String colonne, Portee portee, Lecture.Lecteur lecteur) {}

    static final JsonPointer NUMERO = JsonPointer.compile("/detailsContrat/noContrat");
    static final JsonPointer TYPE = JsonPointer.compile("/detailsContrat/typeContrat");
    static final JsonPointer NUMERO_AVENANT = JsonPointer.compile("/detailsContrat/noAvenant");
    static final JsonPointer NOM = JsonPointer.compile("/alternant/nom");
    static final JsonPointer PRENOM = JsonPointer.compile("/alternant/prenom");
    static final JsonPointer DATE_NAISSANCE = JsonPointer.compile("/alternant/dateNaissance");
    static final JsonPointer ADRESSE = JsonPointer.compile("/alternant/adresse");
    static final JsonPointer EMPLOYEUR_SIRET = JsonPointer.compile("/employeur/siret");
    static final JsonPointer EMPLOYEUR_COURRIEL = JsonPointer.compile("/employeur/courriel");

    /** Fields that stand alone. */
    static final List<Champ> SIMPLES = List.of(
            champ("/alternant/sexe", "sexe", TBA, Lecteurs::sexe),
            champ("/alternant/departementNaissance", "departement_naissance", TBA, Lecteurs::texte),
            champ("/alternant/nationalite", "nationalite", TBA, Lecteurs::nationalite),
            champ("/alternant/handicap", "handicap", LES_DEUX, Lecteurs::booleen),
            champ("/alternant/courriel", "courriels", LES_DEUX, Lecteurs.liste(Lecteurs::courriel)),
            champ("/alternant/telephone", "telephones", TBA, Lecteurs.liste(Lecteurs::telephone)),
            champ("/alternant/derniereClasse", "derniere_classe", TBA, Lecteurs::texte),
            champ("/formation/dateDebutFormation", "date_debut_formation", TBA, Lecteurs::date),
            champ("/formation/dateFinFormation", "date_fin_formation", TBA, Lecteurs::date),
            champ("/formation/codeDiplome", "cfd", LES_DEUX, Lecteurs::cfd),
            champ("/formation/rncp", "rncp", LES_DEUX, Lecteurs::rncp),
            champ("/formation/intituleOuQualification", "intitule_formation", LES_DEUX, Lecteurs::texte),
            champ("/formation/typeDiplome", "type_diplome", LBA, Lecteurs::texte),
            champ("/etablissementFormation/siret", "formation_siret", TBA, Lecteurs::siret),
            champ("/organismeFormationResponsable/siret", "responsable_siret", LES_DEUX, Lecteurs::siret),
            champ("/organismeFormationResponsable/uaiCfa", "responsable_uai", LES_DEUX, Lecteurs::uai),
            champ("/employeur/denomination", "employeur_denomination", LBA, Lecteurs::texte),
            champ("/employeur/naf", "employeur_naf", LBA, Lecteurs::texte),
            champ("/employeur/codeIdcc", "employeur_idcc", LES_DEUX, Lecteurs::texte),
            champ("/employeur/nombreDeSalaries", "employeur_effectif", LBA, Lecteurs::entier),
            champ("/employeur/typeEmployeur", "employeur_type", LBA, Lecteurs::typeDEmployeur),
            champ("/employeur/adresse/codePostal", "employeur_code_postal", LBA, Lecteurs::codePostal),
            new Champ(EMPLOYEUR_COURRIEL, "employeur_courriel", LBA, Lecteurs::courriel),
            champ("/employeur/telephone", "employeur_telephone", LBA, Lecteurs::telephone),
            champ("/detailsContrat/dateDebutContrat", "date_debut", LES_DEUX, Lecteurs::date),
            champ("/detailsContrat/dateFinContrat", "date_fin", LES_DEUX, Lecteurs::date),
            champ("/detailsContrat/dateEffetAvenant", "date_effet_avenant", LES_DEUX, Lecteurs::date),
            champ("/detailsContrat/dispositif", "dispositif", LBA, Lecteurs::dispositif),
            champ("/detailsContrat/dateConclusion", "date_conclusion", LBA, Lecteurs::date),
            champ("/rupture/dateEffetRupture", "date_rupture", LES_DEUX, Lecteurs::date),
            champ("/detailsContrat/statut", "statut", LES_DEUX, Lecteurs::statut),
            champ("/rupture/codeMotifRupture", "motif_rupture", LES_DEUX, Lecteurs::texte),
            champ("/rupture/commentaireRupture", "commentaire_rupture", LES_DEUX, Lecteurs::texte),
            champ("/rupture/dateSignalement", "date_signalement_rupture", LES_DEUX, Lecteurs::date),
            champ("/suiviASP/drfc", "date_fin_reelle", LES_DEUX, Lecteurs::date));

    /** Columns of what identifies a row or is made of several places. */
    private static final Set<String> COMPOSEES_LES_DEUX =
            Set.of("nom", "prenoms", "date_naissance", "numero", "type", "numero_avenant");

    private static final Set<String> COMPOSEES_LBA = Set.of("employeur_siret", "employeur_siren");
    private static final Set<String> COMPOSEES_TBA = Set.of("adresse");

    private Champs() {}

    private static Champ champ(String chemin, String colonne, Portee portee, Lecture.Lecteur lecteur) {
        return new Champ(JsonPointer.compile(chemin), colonne, portee, lecteur);
    }

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
