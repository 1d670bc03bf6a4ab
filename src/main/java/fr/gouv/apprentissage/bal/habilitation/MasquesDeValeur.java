package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import java.text.Normalizer;

/** What each mask leaves of a value (schema.graphql, Masque). */
final class MasquesDeValeur {

    private MasquesDeValeur() {}

    /** A compound name ("LE GALL", "Jean-Luc") is one name. What has no letter shows nothing but the full stop. */
    static String initiale(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFC)
                        .codePoints()
                        .filter(Character::isLetter)
                        .limit(1)
                        .map(Character::toUpperCase)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + ".";
    }

    static String domaine(Courriel courriel) {
        var arobase = courriel.valeur().lastIndexOf('@');
        return arobase < 0 ? "*" : "*" + courriel.valeur().substring(arobase);
    }

    static Adresse departement(Adresse adresse) {
        return new Adresse(null, null, null, null, codeDepartement(adresse));
    }

    private static String codeDepartement(Adresse adresse) {
        if (adresse.departement() != null) {
            return adresse.departement();
        }
        if (adresse.codeCommune() != null) {
            return prefixe(adresse.codeCommune().valeur());
        }
        return adresse.codePostal() == null
                ? null
                : duCodePostal(adresse.codePostal().valeur());
    }

    /** Postcodes of Corsica tell its two départements apart by the third digit: 200 and 201 are 2A (La Poste). */
    private static String duCodePostal(String code) {
        if (code.startsWith("20") && code.length() == 5) {
            return code.charAt(2) <= '1' ? "2A" : "2B";
        }
        return prefixe(code);
    }

    /** Overseas codes have three characters. */
    private static String prefixe(String code) {
        var longueur = code.startsWith("97") || code.startsWith("98") ? 3 : 2;
        return code.length() < longueur ? null : code.substring(0, longueur);
    }
}
