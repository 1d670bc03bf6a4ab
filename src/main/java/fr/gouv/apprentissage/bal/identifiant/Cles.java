package fr.gouv.apprentissage.bal.identifiant;

/** The check digits and letters of domain.md §10, on texts whose shape was checked. */
final class Cles {

    /** Without I, O and Q, which look like digits. */
    private static final String LETTRES = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private Cles() {}

    /** Luhn over all digits. */
    static boolean luhn(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int chiffre = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            int poids = i % 2 == 0 ? chiffre : chiffre * 2;
            somme += poids > 9 ? poids - 9 : poids;
        }
        return somme % 10 == 0;
    }

    static int sommeDesChiffres(String chiffres) {
        return chiffres.chars().map(c -> c - '0').sum();
    }

    /** Whether the text is a number and its letter among 23. */
    static boolean lettre(String chiffresEtLettre) {
        int dernier = chiffresEtLettre.length() - 1;
        long nombre = Long.parseLong(chiffresEtLettre.substring(0, dernier));
        return LETTRES.charAt((int) (nombre % LETTRES.length())) == chiffresEtLettre.charAt(dernier);
    }

    /** The digit of a national number in base 36: units of six times the first nine, plus the tenth. */
    static boolean base36(String onze) {
        int somme = 0;
        for (int i = 0; i < 9; i++) {
            somme += Character.digit(onze.charAt(i), 36);
        }
        return (somme * 6 + Character.digit(onze.charAt(9), 36)) % 10 == onze.charAt(10) - '0';
    }
}
