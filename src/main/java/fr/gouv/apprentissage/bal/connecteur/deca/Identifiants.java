package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;

/** Identifiers as their columns hold them. */
final class Identifiants {

    private Identifiants() {}

    static String texte(Record identifiant) {
        if (identifiant instanceof Siret siret) {
            return siret.valeur();
        }
        if (identifiant instanceof Uai uai) {
            return uai.valeur();
        }
        if (identifiant instanceof Cfd cfd) {
            return cfd.valeur();
        }
        if (identifiant instanceof Rncp rncp) {
            return rncp.valeur();
        }
        if (identifiant instanceof CodePostal code) {
            return code.valeur();
        }
        throw new IllegalStateException(
                "identifiant sans colonne : " + identifiant.getClass().getSimpleName());
    }
}
