package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;

/**
 * An organisme as a source states it, codes in their canonical form; null for what it does not state.
 *
 * @param siret SIRET
 * @param uai UAI
 * @param raisonSociale name of the company
 * @param enseigne name over the door
 * @param nature null when the source does not know
 * @param qualiopi whether certified
 * @param adresse where it is
 * @param academie code
 * @param region code
 * @param duReferentiel whether the référentiel states it
 */
record OrganismeLu(
        String siret,
        String uai,
        String raisonSociale,
        String enseigne,
        NatureOrganisme nature,
        Boolean qualiopi,
        AdresseLue adresse,
        String academie,
        String region,
        boolean duReferentiel) {

    /** SIRET, else UAI: two sources that agree on it speak of one organisme. */
    String cle() {
        return siret == null ? uai : siret;
    }

    /** This one, and for each field that it lacks, the other's. */
    OrganismeLu ouSinon(OrganismeLu autre) {
        return new OrganismeLu(
                siret,
                ouSinon(uai, autre.uai),
                ouSinon(raisonSociale, autre.raisonSociale),
                ouSinon(enseigne, autre.enseigne),
                ouSinon(nature, autre.nature),
                ouSinon(qualiopi, autre.qualiopi),
                adresse.ouSinon(autre.adresse),
                ouSinon(academie, autre.academie),
                ouSinon(region, autre.region),
                duReferentiel || autre.duReferentiel);
    }

    static <T> T ouSinon(T valeur, T autre) {
        return valeur == null ? autre : valeur;
    }
}
