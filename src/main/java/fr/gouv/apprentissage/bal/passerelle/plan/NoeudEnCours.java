package fr.gouv.apprentissage.bal.passerelle.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A node while its statement is written: columns, joins, parameters. {@code alias} is that of the record's row in {@code contrat}. */
final class NoeudEnCours {

    private static final List<String> PROVENANCE = List.of("source", "premiere_vue", "derniere_vue", "expire_le");

    private final int numero;
    private final String alias;
    private final EcritureSql ecriture = new EcritureSql();
    private final Colonnes colonnes = new Colonnes();
    private final Set<String> jointures = new LinkedHashSet<>();
    private int epoque = -1;
    private int personne = -1;
    private int provenance = -1;
    private int parent = -1;
    private int tri = -1;

    NoeudEnCours(int numero, String alias) {
        this.numero = numero;
        this.alias = alias;
        colonnes.place(alias + ".id");
        colonnes.place(alias + ".jeton");
    }

    int numero() {
        return numero;
    }

    EcritureSql ecriture() {
        return ecriture;
    }

    /** Place of an expression among the columns. */
    int colonne(String expression) {
        return colonnes.place(expression);
    }

    /** Asks for the record's secret. */
    void secret() {
        if (epoque >= 0) {
            return;
        }
        // while epochs turn a record stands in two of them: the newer one
        jointures.add("LEFT JOIN LATERAL (SELECT s.epoque, s.enveloppe FROM secret s WHERE s.enregistrement = " + alias
                + ".id ORDER BY s.epoque DESC LIMIT 1) se ON TRUE");
        epoque = colonnes.place("se.epoque");
        colonnes.place("se.enveloppe");
    }

    /** Asks for the record's person. */
    void personne(String expression, String jointure) {
        if (!jointure.isEmpty()) {
            jointures.add(jointure);
        }
        personne = colonnes.place(expression);
    }

    /** Asks for the record's provenance. */
    void provenance() {
        if (provenance < 0) {
            provenance = colonnes.place(alias + "." + PROVENANCE.get(0));
            PROVENANCE.forEach(colonne -> colonnes.place(alias + "." + colonne));
        }
    }

    int couverture(Portees portees, String alias) {
        return portees.couverture(colonnes, alias);
    }

    void parent(String expression) {
        parent = colonnes.place(expression);
    }

    void tri(String expression) {
        tri = colonnes.place(expression);
    }

    void jointure(String sql) {
        jointures.add(sql);
    }

    Disposition disposition(int couverture) {
        return new Disposition(parent, personne, epoque, couverture, provenance, tri);
    }

    String select() {
        return "SELECT " + colonnes.sql();
    }

    String jointures() {
        return jointures.isEmpty() ? "" : " " + String.join(" ", jointures);
    }
}
