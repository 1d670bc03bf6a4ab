package fr.gouv.apprentissage.bal.identifiant;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * A telephone number in E.164 ({@code +33612345678}), the form in which it is compared and served. A number that cannot exist is
 * refused; one of a range that was not given out (yet) is kept, since ranges are opened faster than our tables follow. Personal: never
 * shown by {@link #toString()}.
 *
 * @param valeur plus sign, country code, number
 */
public record Telephone(String valeur) {

    private static final Forme FORME =
            new Forme("Téléphone", "\\+[1-9][0-9]{3,14}", "numéro attendu, comme +33612345678");
    private static final PhoneNumberUtil NUMEROS = PhoneNumberUtil.getInstance();
    /** A national number is one of metropolitan France where it is valid there, else of the overseas territory where it is. */
    private static final List<String> OUTRE_MER = List.of("GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF");

    private static final int LONGUEUR = 60;
    private static final int FRANCE = 33;
    private static final int CHIFFRES = 10;

    /** @throws IdentifiantInvalide unless it is a number in its canonical form */
    public Telephone {
        FORME.exige(valeur);
        if (!NUMEROS.format(analyse(valeur, "FR"), PhoneNumberFormat.E164).equals(valeur)) {
            throw FORME.refus("forme non canonique");
        }
    }

    /**
     * Reads it as people write it, a number without a country code as a French one.
     *
     * @throws IdentifiantInvalide when no such number can exist
     */
    public static Telephone lis(String brut) {
        return new Telephone(canonique(brut));
    }

    /**
     * The canonical form of a number as people write it, as {@link #lis} reads it.
     *
     * @throws IdentifiantInvalide when no such number can exist
     */
    public static String canonique(String brut) {
        var texte = FORME.sansBords(brut);
        if (texte.length() > LONGUEUR) {
            throw FORME.refus("trop long");
        }
        var national = national(texte);
        if (national.isPresent() && NUMEROS.isValidNumber(national.get())) {
            return NUMEROS.format(national.get(), PhoneNumberFormat.E164);
        }
        var numero = analyse(texte, "FR");
        if (!NUMEROS.isValidNumber(numero) && !texte.startsWith("+") && !texte.startsWith("00")) {
            numero = outreMer(texte, numero);
        }
        return NUMEROS.format(numero, PhoneNumberFormat.E164);
    }

    /** Personal: nothing of it shows. */
    @Override
    public String toString() {
        return "Telephone[…]";
    }

    /** Ten digits from 0 on, as nearly all numbers come: the library's parser, made for every writing of the world, is needed for the others. */
    private static Optional<PhoneNumber> national(String texte) {
        long numero = 0;
        int chiffres = 0;
        for (int i = 0; i < texte.length(); i++) {
            char c = texte.charAt(i);
            if (c >= '0' && c <= '9') {
                numero = 10 * numero + c - '0';
                chiffres++;
            } else if (c != ' ' && c != '.' && c != '-') {
                return Optional.empty();
            }
        }
        return chiffres == CHIFFRES && texte.charAt(0) == '0'
                ? Optional.of(new PhoneNumber().setCountryCode(FRANCE).setNationalNumber(numero))
                : Optional.empty();
    }

    private static PhoneNumber outreMer(String texte, PhoneNumber metropole) {
        for (var territoire : OUTRE_MER) {
            try {
                var numero = NUMEROS.parse(texte, territoire);
                if (NUMEROS.isValidNumberForRegion(numero, territoire)) {
                    return numero;
                }
            } catch (NumberParseException e) {
                throw FORME.refus("numéro illisible");
            }
        }
        return metropole;
    }

    private static PhoneNumber analyse(String texte, String region) {
        try {
            var numero = NUMEROS.parse(texte, region);
            if (!NUMEROS.isPossibleNumber(numero)) {
                throw FORME.refus("aucun numéro n'a cette longueur");
            }
            return numero;
        } catch (NumberParseException e) {
            throw FORME.refus("numéro illisible");
        }
    }
}
