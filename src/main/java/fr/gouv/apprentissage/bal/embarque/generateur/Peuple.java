package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.LocalDate;
import java.util.List;

/**
 * The people of a seed. They come in families of ten; in each, the last one bears the name, first names and birth date of another.
 *
 * @param graine seed
 */
public record Peuple(long graine) {

    static final int FAMILLE = 10;
    private static final int MODELE = 6;
    private static final int HOMONYME = 7;
    private static final List<String> CLASSES = List.of("01", "11", "12", "21", "22", "31", "32", "40", "41", "42");
    private static final List<String> TYPES_DE_VOIE =
            List.of("rue", "avenue", "chemin", "impasse", "allée", "place", "quai de l'");

    /**
     * One of them, always the same.
     *
     * @param cohorte day on which the person's first contract is filed
     * @param rang place among the people of that day, from 0
     */
    public PersonneGeneree personne(LocalDate cohorte, int rang) {
        if (rang % FAMILLE == HOMONYME) {
            return homonyme(cohorte, rang);
        }
        var h = Hasard.de(graine, 1, cohorte.toEpochDay(), rang);
        var nom = h.surMille(2) ? Mots.nomSansFin(h) : Mots.nom(h);
        return reste(nom, Mots.prenoms(h), naissance(cohorte, h), h.parmi(List.of("M", "F")), Lieux.departement(h), h);
    }

    /** One in three differs by sexe, one by the département of birth, one by neither as far as anyone can tell from the source. */
    private PersonneGeneree homonyme(LocalDate cohorte, int rang) {
        var modele = personne(cohorte, rang - HOMONYME + MODELE);
        var h = Hasard.de(graine, 2, cohorte.toEpochDay(), rang);
        int difference = h.entier(3);
        var sexe = difference == 0 ? autre(modele.sexe()) : modele.sexe();
        var departement =
                difference == 1 ? autreDepartement(modele.departementNaissance(), h) : modele.departementNaissance();
        return reste(modele.nom(), modele.prenoms(), modele.dateNaissance(), sexe, departement, h);
    }

    private static PersonneGeneree reste(
            String nom, String prenoms, LocalDate naissance, String sexe, String departementNaissance, Hasard h) {
        var boite =
                Mots.etiquette(prenoms.length() > 40 ? Mots.propre(h) : prenoms) + "." + Mots.etiquette(Mots.propre(h));
        var habite = Lieux.departement(h);
        return new PersonneGeneree(
                nom,
                Mots.nom(h),
                prenoms,
                naissance,
                sexe,
                departementNaissance,
                h.surMille(850) ? 1 : h.entre(2, 3),
                h.surMille(30),
                Identifiants.ine(h),
                boite + "@" + h.parmi(List.of("courrier", "boite", "poste")) + ".example",
                Identifiants.telephone(h),
                h.entre(1, 180) + (h.surMille(60) ? " bis" : ""),
                h.parmi(TYPES_DE_VOIE) + " " + Mots.propre(h),
                Lieux.codePostal(habite, h),
                h.parmi(CLASSES));
    }

    /** One in three is a minor at the start. */
    private static LocalDate naissance(LocalDate cohorte, Hasard h) {
        int jours = h.surMille(350) ? h.entre(15 * 366, 18 * 365 - 1) : h.entre(18 * 366, 30 * 365);
        return cohorte.minusDays(jours);
    }

    private static String autre(String sexe) {
        return sexe.equals("M") ? "F" : "M";
    }

    private static String autreDepartement(String departement, Hasard h) {
        var autre = Lieux.departement(h);
        return autre.equals(departement) ? "99" : autre;
    }
}
