package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.referentiel.Mots;
import java.util.List;

/**
 * Where the columns that are read stand in a row; -1: nowhere.
 *
 * @param nombre how many columns the header has
 */
record Colonnes(int siren, int siret, int courriels, int nombre) {

    /** Names are compared without case, accents, blanks nor punctuation. */
    static Colonnes dans(List<String> entete, String siren, String siret, String courriels) {
        var noms = entete.stream().map(Colonnes::nom).toList();
        return new Colonnes(
                siren.isEmpty() ? -1 : noms.indexOf(siren), noms.indexOf(siret), noms.indexOf(courriels), noms.size());
    }

    /** A column as it is compared. */
    static String nom(String ecrit) {
        return String.join("", Mots.de(ecrit));
    }

    /** Whether what no row can do without is there. */
    boolean lisibles() {
        return siret >= 0 && courriels >= 0;
    }
}
