package fr.gouv.apprentissage.bal.embarque.generateur;

/**
 * A company of the generated world, as OPCOs and directories know it.
 *
 * @param siret of its first establishment
 * @param courriel an address of it
 * @param opco code of its OPCO; INCONNU and OPCO_MULTIPLE are some companies' too
 */
public record EntrepriseDemo(
        String siren, String siret, String denomination, String courriel, String idcc, String opco) {

    /** What stands after the at sign. */
    public String domaine() {
        return courriel.substring(courriel.indexOf('@') + 1);
    }

    /** The address does not show. */
    @Override
    public String toString() {
        return "EntrepriseDemo[" + siren + "]";
    }
}
