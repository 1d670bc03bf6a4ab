package fr.gouv.apprentissage.bal.embarque.generateur;

import java.util.List;

/**
 * An employer that does not exist. Its denomination is public, made of ordinary words; mailbox and telephone may be a person's.
 *
 * @param effectif number of employees
 * @param type 11 to 16: private; 21 to 30: public
 */
record EmployeurGenere(
        String siret,
        String denomination,
        String naf,
        int effectif,
        int type,
        String courriel,
        String telephone,
        String codePostal,
        String idcc) {

    /** How many employers a seed has. */
    static final int NOMBRE = 5_000;

    private static final List<String> METIERS = List.of(
            "ATELIERS",
            "BOULANGERIE",
            "GARAGE",
            "MENUISERIE",
            "SOCIETE NOUVELLE",
            "ETABLISSEMENTS",
            "COMMUNE",
            "PHARMACIE");
    private static final List<String> LIEUX =
            List.of("DU PONT", "DE LA GARE", "DU MARCHE", "DE LA MAIRIE", "DU PORT", "DES HALLES");
    private static final List<String> NAF =
            List.of("1071C", "4520A", "4332A", "4711D", "6201Z", "8411Z", "4773Z", "5610A");
    private static final List<String> IDCC = List.of("0843", "1090", "1596", "2216", "1486", "9999", "1996", "1979");

    /** One of the employers of that seed, with one of its establishments. */
    static EmployeurGenere de(long graine, Hasard choix) {
        return numero(graine, choix.entier(NOMBRE), choix.entre(1, 3));
    }

    /**
     * That one.
     *
     * @param numero from 0
     * @param etablissement from 1
     */
    static EmployeurGenere numero(long graine, int numero, int etablissement) {
        var h = Hasard.de(graine, 4, numero);
        var siren = Identifiants.siren(h);
        int metier = h.entier(METIERS.size());
        return new EmployeurGenere(
                Identifiants.siret(siren, etablissement),
                METIERS.get(metier) + " " + h.parmi(LIEUX),
                NAF.get(metier),
                h.surMille(600) ? h.entre(0, 10) : h.entre(11, 900),
                metier == 6 ? h.entre(21, 30) : h.entre(11, 16),
                Mots.etiquette(Mots.propre(h)) + "@entreprise" + numero + ".example",
                Identifiants.telephone(h),
                Lieux.codePostal(Lieux.departement(h), h),
                IDCC.get(metier));
    }
}
