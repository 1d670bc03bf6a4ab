package fr.gouv.apprentissage.bal.passerelle.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that a seed gives again. Values come from small sets, so that rows, perimeters and criteria meet. */
final class Hasard {

    static final List<String> REGIONS = List.of("53", "11", "24");
    static final List<String> ACADEMIES = List.of("14", "01", "18");
    static final List<String> DEPARTEMENTS = List.of("35", "75", "45");
    static final List<String> OPCOS = List.of("ATLAS", "AKTO", "AFDAS");
    static final List<String> SOURCES = List.of("DECA", "OPCO", "DEPOT");
    static final List<String> SIRETS = List.of(
            siret("11111111", "0001"), siret("22222222", "0002"), siret("33333333", "0003"), siret("44444444", "0004"));
    static final List<String> EMPLOYEURS =
            List.of(siret("55555555", "0001"), siret("66666666", "0001"), siret("66666666", "0002"));
    static final List<String> UAIS = List.of(uai(350001), uai(750002), uai(450003));
    static final List<String> CFDS = List.of("50022137", "40025214", "32031009");
    static final List<String> RNCPS = List.of("RNCP1234", "RNCP37274");
    static final List<String> NOMS = List.of("Le Gall", "LE-GALL", "Kéradec", "KERADEC", "O'Brian", "Ÿsande");
    static final List<String> PRENOMS = List.of("Zoé", "Jean-Luc", "Anaëlle", "ZOE");
    static final List<String> NAISSANCES = List.of("2005-03-14", "2006-12-31");
    static final List<String> INES = List.of(ine(12345678), ine(98765432), ine(11223344));
    static final List<String> COURRIELS = List.of("a.b@exemple.fr", "c@exemple.fr", "d@autre.test");
    static final List<String> TELEPHONES = List.of("+33612345678", "+33299123456", "+33712345678");
    static final List<String> DATES = List.of("2024-09-01", "2025-01-15", "2025-09-01", "2026-03-02");
    static final List<String> STATUTS = List.of("ACTIF", "ROMPU", "ANNULE", "INEDIT");

    private final Random hasard;

    Hasard(long graine) {
        hasard = new Random(graine);
    }

    boolean une(int fois, int sur) {
        return hasard.nextInt(sur) < fois;
    }

    int entre(int bas, int haut) {
        return bas + hasard.nextInt(haut - bas + 1);
    }

    <T> T un(List<T> valeurs) {
        return valeurs.get(hasard.nextInt(valeurs.size()));
    }

    /** At most so many of them, each once, in any order. */
    <T> List<T> quelques(List<T> valeurs, int auMoins, int auPlus) {
        var melees = new ArrayList<>(valeurs);
        Collections.shuffle(melees, hasard);
        return List.copyOf(melees.subList(0, Math.min(melees.size(), entre(auMoins, auPlus))));
    }

    private static String siret(String huit, String nic) {
        return avecLuhn(avecLuhn(huit) + nic);
    }

    private static String avecLuhn(String debut) {
        for (char cle = '0'; cle <= '9'; cle++) {
            var somme = 0;
            for (int i = 0; i < debut.length() + 1; i++) {
                var chiffre = (debut + cle).charAt(debut.length() - i) - '0';
                somme += i % 2 == 0 ? chiffre : chiffre * 2 / 10 + chiffre * 2 % 10;
            }
            if (somme % 10 == 0) {
                return debut + cle;
            }
        }
        throw new IllegalStateException("aucune clé");
    }

    private static String uai(int sept) {
        return "%07d%c".formatted(sept, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(sept % 23));
    }

    private static String ine(long dix) {
        return "%010d%c".formatted(dix, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt((int) (dix % 23)));
    }
}
