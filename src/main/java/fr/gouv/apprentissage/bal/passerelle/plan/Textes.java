package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.identifiant.Uai;

/** The text of a value type, as columns hold it and answers show it. */
public final class Textes {

    private Textes() {}

    /** The canonical text; of a text or an enumeration, itself. */
    public static String de(Object valeur) {
        if (valeur instanceof String texte) {
            return texte;
        }
        if (valeur instanceof Siret siret) {
            return siret.valeur();
        }
        if (valeur instanceof Siren siren) {
            return siren.valeur();
        }
        if (valeur instanceof Uai uai) {
            return uai.valeur();
        }
        if (valeur instanceof Cfd cfd) {
            return cfd.valeur();
        }
        if (valeur instanceof Rncp rncp) {
            return rncp.valeur();
        }
        if (valeur instanceof Courriel courriel) {
            return courriel.valeur();
        }
        if (valeur instanceof Telephone telephone) {
            return telephone.valeur();
        }
        if (valeur instanceof CodePostal code) {
            return code.valeur();
        }
        if (valeur instanceof CodeCommune code) {
            return code.valeur();
        }
        return valeur.toString();
    }
}
