package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.LocalDate;
import java.util.List;

/**
 * Identifiers that pass every check of domain.md §10 and belong to nobody: SIREN that start with 00 (never given), telephone numbers of
 * the ranges that ARCEP keeps for fiction. 06 39 98 is one of those too, but libphonenumber takes no number of it for valid.
 */
final class Identifiants {

    private static final String LETTRES_UAI = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final List<String> FICTION = List.of("019900", "026191", "035301", "046571", "053649");
    private static final int NUMEROS_PAR_MOIS = 96 * 36 * 10_000;

    private Identifiants() {}

    static String siren(Hasard h) {
        return luhn("00%06d".formatted(h.entier(1_000_000)));
    }

    /** An establishment of that company. */
    static String siret(String siren, int etablissement) {
        return luhn(siren + "%04d".formatted(etablissement));
    }

    private static String luhn(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int c = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            int double2 = i % 2 == 0 ? 2 * c : c;
            somme += double2 > 9 ? double2 - 9 : double2;
        }
        return chiffres + (10 - somme % 10) % 10;
    }

    /**
     * @param departement code of the département, in metropolitan France
     * @param rang from 0 to 9999
     */
    static String uai(String departement, int rang) {
        int nombre = Integer.parseInt(departement) * 10_000 + rang;
        return "%07d".formatted(nombre) + LETTRES_UAI.charAt(nombre % 23);
    }

    /** An INE of the old base (BEA): ten digits and their letter. */
    static String ine(Hasard h) {
        long nombre = h.entier(100_000) * 100_000L + h.entier(100_000);
        return "%010d".formatted(nombre) + LETTRES_UAI.charAt((int) (nombre % 23));
    }

    /** National form: ten digits. */
    static String telephone(Hasard h) {
        return h.parmi(FICTION) + "%04d".formatted(h.entier(10_000));
    }

    /**
     * A contract number that no other contract of the world has: département, year, month, two digits, four digits (domain.md §2.4).
     *
     * @param jour day on which the contract is filed
     * @param parJour how many are filed in a day
     * @param rang place among those of the day
     */
    static String numeroContrat(LocalDate jour, int parJour, int rang) {
        long n = ((jour.getDayOfMonth() - 1L) * parJour + rang) * 7919 % NUMEROS_PAR_MOIS;
        return departementDeNumero((int) (n / 360_000))
                + "%04d%02d".formatted(jour.getYear(), jour.getMonthValue())
                + "%02d%04d".formatted(n / 10_000 % 36, n % 10_000);
    }

    private static String departementDeNumero(int rang) {
        int numero = rang + 1;
        if (numero != 20) {
            return "%03d".formatted(numero);
        }
        return "02A";
    }

    /** A number of another shape, such as DECA also holds: digits, too few of them. */
    static String numeroInhabituel(LocalDate jour, int rang) {
        return "2%05d%06d".formatted(jour.toEpochDay() % 100_000, rang);
    }
}
