package fr.gouv.apprentissage.bal.connecteur.opco;

/** What an OPCO says of an address at a company, and nothing else. */
public enum ReponseOpco {
    /** It knows the address there. */
    OUI_ADRESSE,
    /** It knows another address of the same domain there. */
    OUI_DOMAINE,
    /** It answered, and knows neither; the company included (code 4 of OPCO EP). */
    NON,
    /** It did not answer, or not what can be read: nothing follows from it. */
    INCONNU;

    /** Whether the OPCO confirms. */
    public boolean oui() {
        return this == OUI_ADRESSE || this == OUI_DOMAINE;
    }
}
