package fr.gouv.apprentissage.bal.oracle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Formats of domain.md §10, read a second time and simply: the canonical text, or null. */
final class Valeurs {

    private static final Pattern COURRIEL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern NUMERO = Pattern.compile(
            "(0[0-9][0-9]|02[ABab]|9[012345]|97[12346])([0-9]{4})([0-1][0-9])((NC|nc)|[0-9]{2})([0-9]{4})");
    private static final Set<String> OUI = Set.of("true", "oui", "1");
    private static final Set<String> NON = Set.of("false", "non", "0");

    private Valeurs() {}

    static String texte(String brut) {
        return brut;
    }

    static String date(String brut) {
        try {
            return LocalDate.parse(brut).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String entier(String brut) {
        return brut.matches("-?[0-9]{1,9}") ? String.valueOf(Integer.parseInt(brut)) : null;
    }

    static String sexe(String brut) {
        return switch (brut.toUpperCase(Locale.ROOT)) {
            case "M", "H", "1" -> "M";
            case "F", "2" -> "F";
            default -> null;
        };
    }

    static String booleen(String brut) {
        var minuscules = brut.toLowerCase(Locale.ROOT);
        if (OUI.contains(minuscules)) {
            return "true";
        }
        return NON.contains(minuscules) ? "false" : null;
    }

    static String courriel(String brut) {
        return COURRIEL.matcher(brut).matches() ? brut.toLowerCase(Locale.ROOT) : null;
    }

    static String telephone(String brut) {
        var chiffres = brut.replaceAll("[ .]", "").replaceFirst("^\\+33", "0");
        return chiffres.matches("0[1-9][0-9]{8}") ? "+33" + chiffres.substring(1) : null;
    }

    static String codePostal(String brut) {
        return brut.matches("[0-9]{5}") ? brut : null;
    }

    static String siret(String brut) {
        if (!brut.matches("[0-9]{14}")) {
            return null;
        }
        int luhn = 0;
        int somme = 0;
        for (int i = 0; i < 14; i++) {
            int chiffre = brut.charAt(i) - '0';
            somme += chiffre;
            luhn += i % 2 == 0 ? chiffre * 2 / 10 + chiffre * 2 % 10 : chiffre;
        }
        boolean laPoste = brut.startsWith("356000000") && somme % 5 == 0;
        return luhn % 10 == 0 || laPoste ? brut : null;
    }

    static String uai(String brut) {
        var majuscules = brut.toUpperCase(Locale.ROOT);
        if (!majuscules.matches("[0-9]{7}[A-Z]")) {
            return null;
        }
        int reste = Integer.parseInt(majuscules.substring(0, 7)) % 23;
        return "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(reste) == majuscules.charAt(7) ? majuscules : null;
    }

    static String cfd(String brut) {
        var majuscules = brut.toUpperCase(Locale.ROOT);
        return majuscules.matches("[A-Z0-9]{3}[0-9]{3}[A-Z0-9]{2}") ? majuscules : null;
    }

    static String rncp(String brut) {
        var majuscules = brut.toUpperCase(Locale.ROOT);
        return majuscules.matches("RNCP[0-9]{3,5}") ? majuscules : null;
    }

    static boolean numeroHabituel(String numero) {
        return NUMERO.matcher(numero).matches();
    }
}
