package fr.gouv.apprentissage.bal.passerelle.plan;

import java.util.List;

/**
 * A statement.
 *
 * @param sql text with placeholders
 * @param parametres in the order of the placeholders
 */
public record Requete(String sql, List<Parametre> parametres) {

    public Requete {
        parametres = List.copyOf(parametres);
    }
}
