package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.regex.Pattern;

/**
 * An address as a source states it; null for what it does not state.
 *
 * @param voie number and street
 * @param codePostal postcode
 * @param commune name
 * @param codeCommune INSEE code
 * @param departement code of a known département
 */
record AdresseLue(String voie, String codePostal, String commune, String codeCommune, String departement) {

    /** The last five digits that a name follows: what stands before them is number and street. */
    private static final Pattern LIBELLE = Pattern.compile("(?s)(?:(.*)[\\s,])?([0-9]{5})\\s+[^0-9\\s].*");

    private static final Pattern BLANCS = Pattern.compile("\\s*\\R\\s*");

    /** Number and street out of a whole address on one or several lines; null when it has none. */
    static String voie(String libelle) {
        var decoupe = LIBELLE.matcher(libelle);
        var voie = decoupe.matches() ? OrganismeLu.ouSinon(decoupe.group(1), "") : libelle;
        var net = BLANCS.matcher(voie.strip()).replaceAll(", ");
        return net.isEmpty() ? null : net;
    }

    /** Postcode out of a whole address, empty when it has none. */
    static String codePostal(String libelle) {
        var decoupe = LIBELLE.matcher(libelle);
        return decoupe.matches() ? decoupe.group(2) : "";
    }

    /** This one, and for each part that it lacks, the other's. */
    AdresseLue ouSinon(AdresseLue autre) {
        return new AdresseLue(
                OrganismeLu.ouSinon(voie, autre.voie),
                OrganismeLu.ouSinon(codePostal, autre.codePostal),
                OrganismeLu.ouSinon(commune, autre.commune),
                OrganismeLu.ouSinon(codeCommune, autre.codeCommune),
                OrganismeLu.ouSinon(departement, autre.departement));
    }
}
