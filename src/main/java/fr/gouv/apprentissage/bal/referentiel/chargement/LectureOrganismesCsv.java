package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.io.Reader;
import java.util.List;

/** The list of training centres: uai, siret, raison_sociale, enseigne, nature, departement, commune, adresse (the last on one or more lines). */
final class LectureOrganismesCsv {

    private LectureOrganismesCsv() {}

    static void lis(Reader texte, Releve releve, ReceptionDOrganismes reception) {
        LectureCsv.lis(
                texte,
                List.of("uai", "siret"),
                releve,
                ligne -> reception.recois(
                        ligne.numero(),
                        ligne.valeur("siret"),
                        ligne.valeur("uai"),
                        (siret, uai, corrections) -> organisme(siret, uai, ligne, corrections)));
    }

    private static OrganismeLu organisme(String siret, String uai, LigneCsv ligne, Corrections corrections) {
        var adresse = ligne.valeur("adresse");
        return new OrganismeLu(
                siret,
                uai,
                texte(ligne.valeur("raison_sociale")),
                texte(ligne.valeur("enseigne")),
                ReceptionDOrganismes.nature(ligne.valeur("nature"), corrections),
                null,
                new AdresseLue(
                        AdresseLue.voie(adresse),
                        corrections.facultatif(AdresseLue.codePostal(adresse), brut -> CodePostal.lis(brut)
                                .valeur()),
                        texte(ligne.valeur("commune")),
                        null,
                        corrections.connu(
                                ligne.valeur("departement"),
                                code -> Territoires.duDepartement(code).isPresent(),
                                "département")),
                null,
                null,
                false);
    }

    private static String texte(String valeur) {
        return valeur.isEmpty() ? null : valeur;
    }
}
