package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;

/** What the statements of one execution read, by node: contracts by the row above, persons by id, changes by record. */
final class Resultats {

    /** The row above of what stands at the root. */
    static final long RACINE = Long.MIN_VALUE;

    private final Object[] parNoeud;

    Resultats(int noeuds) {
        parNoeud = new Object[noeuds];
    }

    void lignes(Noeud noeud, Map<Long, List<Ligne>> parCle) {
        parNoeud[noeud.numero()] = parCle;
    }

    void changements(Noeud noeud, Map<Long, List<Row>> parEnregistrement) {
        parNoeud[noeud.numero()] = parEnregistrement;
    }

    /** Contracts by the row above, or the rows of persons by person, in the order of the statement. */
    @SuppressWarnings("unchecked")
    Map<Long, List<Ligne>> lignes(Noeud noeud) {
        return (Map<Long, List<Ligne>>) parNoeud[noeud.numero()];
    }

    @SuppressWarnings("unchecked")
    Map<Long, List<Row>> changements(Noeud noeud) {
        return (Map<Long, List<Row>>) parNoeud[noeud.numero()];
    }
}
