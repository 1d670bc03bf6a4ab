package fr.gouv.apprentissage.bal.connecteur.opco;

/** A connector that may run at any hour. */
record EntreprisesSansHeures() implements OpcoConfig.Entreprises {

    @Override
    public boolean actif() {
        return true;
    }

    @Override
    public String planification() {
        return "0 40 * * * ?";
    }

    @Override
    public String ouverture() {
        return "00:00-24:00";
    }
}
