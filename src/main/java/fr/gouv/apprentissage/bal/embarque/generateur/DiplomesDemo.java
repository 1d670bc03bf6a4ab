package fr.gouv.apprentissage.bal.embarque.generateur;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The generated diplomas and their levels, in the columns of the nomenclature's files (BCN); those that nothing fills are there and empty. */
final class DiplomesDemo {

    private static final List<String> NIVEAUX = List.of(
            "500;CERTIFICAT D'APTITUDE PROFESSIONNELLE;CAP;5;3", "403;BAC PROFESSIONNEL;BAC PRO;4;4",
            "320;BREVET DE TECHNICIEN SUPERIEUR;BTS;3;5", "250;LICENCE PROFESSIONNELLE;LIC PRO;2;6");
    private static final List<String> SPECIALITES = List.of(
            "221;AGRO-ALIMENTAIRE",
            "234;BOIS ET AMEUBLEMENT",
            "255;ELECTRICITE",
            "312;COMMERCE",
            "334;ACCUEIL",
            "330;SOINS");
    private static final String ENTETE_DIPLOMES =
            "FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;N_NIVEAU_FORMATION_DIPLOME.LIBELLE_100;GROUPE_SPECIALITE;"
                    + "N_GROUPE_SPECIALITE.LIBELLE_LONG;LETTRE_SPECIALITE;N_LETTRE_SPECIALITE.LIBELLE_LONG;ANCIEN_RECME;"
                    + "LIBELLE_COURT;LIBELLE_STAT_33;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;ANCIEN_DIPLOME_1;"
                    + "ANCIEN_DIPLOME_2;ANCIEN_DIPLOME_3;ANCIEN_DIPLOME_4;ANCIEN_DIPLOME_5;ANCIEN_DIPLOME_6;ANCIEN_DIPLOME_7;"
                    + "NOUVEAU_DIPLOME_1;NOUVEAU_DIPLOME_2;NOUVEAU_DIPLOME_3;NOUVEAU_DIPLOME_4;NOUVEAU_DIPLOME_5;"
                    + "NOUVEAU_DIPLOME_6;NOUVEAU_DIPLOME_7;UNITE_CAPITALISABLE;DATE_PREMIERE_SESSION;DATE_DERNIERE_SESSION;"
                    + "DATE_ARRETE_CREATION;DATE_ARRETE_ABROGATION;DATE_ARRETE_MODIFICATION_1;DATE_ARRETE_MODIFICATION_2;"
                    + "DATE_ARRETE_MODIFICATION_3;DATE_ARRETE_MODIFICATION_4;DATE_ARRETE_MODIFICATION_5;"
                    + "DATE_ARRETE_MODIFICATION_6;DATE_ARRETE_MODIFICATION_7;DATE_ARRETE_MODIFICATION_8;"
                    + "DATE_ARRETE_MODIFICATION_9;DATE_ARRETE_MODIFICATION_10;COMMENTAIRE;NATURE_FORMATION_DIPLOME;"
                    + "N_NATURE_FORMATION_DIPLOME.LIBELLE_100;GESTIONNAIRE_FORMATION_DIPLOME;DATE_INTERVENTION;NB_MEF_OUVERT;"
                    + "NB_MEF_FERME;ID_DOCUMENT;CITE_DOMAINE_FORMATION;N_CITE_DOMAINE_FORMATION.LIBELLE_EDITION;"
                    + "DATE_SESSION_RATTRAPAGE;OBSERVATION;N_COMMENTAIRE;CITE_DOMAINE_DETAILLE;"
                    + "N_CITE_2013_DOMAINE_DETAILL.LIBELLE_EDITION;NIVEAU_QUALIFICATION_RNCP;"
                    + "N_NIVEAU_QUALIFICATION_RNCP.LIBELLE_LONG";
    private static final String ENTETE_NIVEAUX =
            "NIVEAU_FORMATION_DIPLOME;NIVEAU_INTERMINISTERIEL;N_NIVEAU_INTERMINISTERIEL.LIBELLE_LONG;LIBELLE_COURT;LIBELLE_100;ANCIEN_NIVEAU;DATE_OUVERTURE;DATE_FERMETURE;DATE_INTERVENTION;"
                    + "N_COMMENTAIRE;NIVEAU_QUALIFICATION_RNCP;N_NIVEAU_QUALIFICATION_RNCP.LIBELLE_LONG";
    private static final int COLONNES_DIPLOME = ENTETE_DIPLOMES.split(";").length;

    private DiplomesDemo() {}

    static List<String> codes() {
        return NIVEAUX.stream()
                .flatMap(n -> SPECIALITES.stream().map(s -> code(n, s)))
                .toList();
    }

    static String fichierDiplomes() {
        return NIVEAUX.stream()
                .flatMap(n -> SPECIALITES.stream().map(s -> diplome(n.split(";"), s.split(";"), code(n, s))))
                .collect(Collectors.joining("\n", ENTETE_DIPLOMES + "\n", "\n"));
    }

    static String fichierNiveaux() {
        return NIVEAUX.stream()
                .map(n -> n.split(";"))
                .map(n -> String.join(
                        ";",
                        n[0],
                        n[3],
                        "NIVEAU " + n[3],
                        n[2],
                        n[1],
                        "",
                        "",
                        "",
                        "10/12/2020",
                        "",
                        "0" + n[4],
                        "NIVEAU " + n[4]))
                .collect(Collectors.joining("\n", ENTETE_NIVEAUX + "\n", "\n"));
    }

    private static String code(String niveau, String specialite) {
        return niveau.substring(0, 3) + specialite.substring(0, 3) + "01";
    }

    private static String diplome(String[] niveau, String[] specialite, String code) {
        var colonnes = new String[COLONNES_DIPLOME];
        Arrays.fill(colonnes, "");
        colonnes[0] = code;
        colonnes[1] = niveau[0];
        colonnes[2] = niveau[1];
        colonnes[3] = specialite[0];
        colonnes[4] = specialite[1];
        colonnes[8] = niveau[2];
        colonnes[9] = specialite[1];
        colonnes[10] = specialite[1] + " (" + niveau[2] + ")";
        colonnes[11] = "01/09/2019";
        colonnes[57] = "0" + niveau[4];
        colonnes[58] = "NIVEAU " + niveau[4];
        return String.join(";", colonnes);
    }
}
