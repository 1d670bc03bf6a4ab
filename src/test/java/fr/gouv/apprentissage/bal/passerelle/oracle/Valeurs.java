package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.personne.RepresentantLegal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values as answers show them: masked as schema.graphql says, as texts, folded for comparison. */
final class Valeurs {

    private Valeurs() {}

    static Object masque(Masque masque, Object valeur) {
        if (valeur == null || masque == Masque.AUCUN) {
            return valeur;
        }
        if (valeur instanceof List<?> liste) {
            var masques = new ArrayList<Object>();
            liste.forEach(element -> masques.add(masque(masque, element)));
            return masques;
        }
        return switch (masque) {
            case INITIALE ->
                ((String) valeur).replaceAll("^\\P{L}*", "").substring(0, 1).toUpperCase(Locale.ROOT) + ".";
            case ANNEE -> LocalDate.of(((LocalDate) valeur).getYear(), 1, 1);
            case DOMAINE -> ((Courriel) valeur).valeur().replaceAll("^.*@", "*@");
            default -> new Adresse(null, null, null, null, ((Adresse) valeur).departement());
        };
    }

    static String texte(Object valeur) {
        if (valeur instanceof Siret siret) {
            return siret.valeur();
        }
        if (valeur instanceof Siren siren) {
            return siren.valeur();
        }
        if (valeur instanceof Courriel courriel) {
            return courriel.valeur();
        }
        if (valeur instanceof Telephone telephone) {
            return telephone.valeur();
        }
        if (valeur instanceof CodePostal code) {
            return code.valeur();
        }
        if (valeur instanceof CodeCommune code) {
            return code.valeur();
        }
        if (valeur instanceof OffsetDateTime moment) {
            return moment.withOffsetSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        if (valeur instanceof Adresse adresse) {
            var lieu = joints(" ", adresse.voie(), adresse.codePostal(), adresse.commune());
            return lieu.isEmpty() && adresse.departement() != null ? adresse.departement() : lieu;
        }
        if (valeur instanceof RepresentantLegal representant) {
            return joints(" ", representant.courriel(), representant.telephone());
        }
        if (valeur instanceof List<?> liste) {
            return joints(", ", liste.toArray());
        }
        return valeur.toString();
    }

    private static String joints(String lien, Object... parties) {
        var textes = new ArrayList<String>();
        for (Object partie : parties) {
            if (partie != null) {
                textes.add(texte(partie));
            }
        }
        return String.join(lien, textes);
    }

    /** Case, accents, spaces, hyphens and apostrophes do not count. */
    static String plie(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{Ll}]", "");
    }

    /** A leaf of the JSON answer. */
    static Object feuille(Object valeur) {
        return valeur == null || valeur instanceof Integer || valeur instanceof Boolean ? valeur : texte(valeur);
    }
}
