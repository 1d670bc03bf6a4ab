package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ids of a page of contracts: keyset, and never more rows touched than the page needs from each value of a perimeter. A perimeter of many
 * values would make the planner read an index of the order until enough rows fit; here each value is read from the index of its own
 * key in the page's order, and the pieces are merged.
 */
final class PageDeContrats {

    private final Droits droits;
    private final Portees portees;
    private final Criteres criteres;
    private final BitSet visibles;
    private final Ordre ordre;
    private final boolean suite;
    private final String limite;
    private final String tri;
    private final String id;

    /** Orders of a page. */
    enum Ordre {
        ID,
        DEBUT,
        DEBUT_DESC;

        String sql(String alias) {
            return switch (this) {
                case ID -> alias + ".id";
                case DEBUT -> alias + ".debut_tri, " + alias + ".id";
                case DEBUT_DESC -> alias + ".debut_tri DESC, " + alias + ".id DESC";
            };
        }
    }

    PageDeContrats(
            Droits droits,
            Portees portees,
            Criteres criteres,
            BitSet visibles,
            Ordre ordre,
            boolean suite,
            EcritureSql ecriture) {
        this.droits = droits;
        this.portees = portees;
        this.criteres = criteres;
        this.visibles = visibles;
        this.ordre = ordre;
        this.suite = suite;
        this.limite = ecriture.parametre(new Parametre.Source(Parametre.Genre.LIMITE, ""));
        this.tri = suite && ordre != Ordre.ID
                ? ecriture.parametre(new Parametre.Source(Parametre.Genre.POSITION_TRI, ""))
                : "";
        this.id = suite ? ecriture.parametre(new Parametre.Source(Parametre.Genre.POSITION_ID, "")) : "";
    }

    /** A sub-select of id and debut_tri, at most a page and one row, in order. */
    String sql(EcritureSql ecriture) {
        var branches = branches(ecriture);
        if (branches.isEmpty()) {
            // every parameter that was bound must stand in the text
            return "(" + lignes("FALSE") + ")";
        }
        return "(SELECT b.id, b.debut_tri FROM (" + String.join(" UNION ALL ", branches) + ") b ORDER BY "
                + ordre.sql("b") + " LIMIT " + limite + ")";
    }

    private List<String> branches(EcritureSql ecriture) {
        if (visibles.isEmpty()) {
            return List.of();
        }
        if (criteres.depart().isPresent()) {
            var depart = criteres.depart().get();
            return List.of(depuis(depart.from(), depart.where() + " AND " + portees.predicat(visibles, "c")));
        }
        if (droits.sansBorne(visibles)) {
            return List.of("(" + lignes("TRUE") + ")");
        }
        var branches = new ArrayList<String>();
        var dejaLus = "";
        for (var place : visibles.stream().toArray()) {
            var perimetre = droits.perimetres().get(place);
            var borne = portees.predicat(perimetre, "c");
            branches.addAll(branches(perimetre, borne + dejaLus, ecriture));
            dejaLus += " AND NOT " + borne;
        }
        return branches;
    }

    /** The branches of one perimeter: from the key of it that cuts finest. */
    private List<String> branches(Perimetre perimetre, String borne, EcritureSql ecriture) {
        if (perimetre.organismes() != null) {
            var place = ecriture.parametre(perimetre.organismes());
            var from = "unnest(" + place + "::text[]) v(valeur)";
            return List.of(
                    depuis(from, "c.formation_siret = v.valeur AND " + borne),
                    depuis(
                            from,
                            "c.responsable_siret = v.valeur AND (c.formation_siret = ANY(" + place
                                    + "::text[])) IS NOT TRUE AND " + borne));
        }
        var cle = cle(perimetre);
        if (cle.isEmpty()) {
            return List.of("(" + lignes(borne) + ")");
        }
        var place = ecriture.parametre(cle.get().valeurs());
        return List.of(
                depuis("unnest(" + place + "::text[]) v(valeur)", cle.get().colonne() + " = v.valeur AND " + borne));
    }

    private record Cle(String colonne, List<?> valeurs) {}

    private static Optional<Cle> cle(Perimetre perimetre) {
        var cles = new ArrayList<Cle>();
        cles.add(new Cle("c.employeur_siren", perimetre.sirens()));
        cles.add(new Cle("c.departement", perimetre.departements()));
        cles.add(new Cle("c.academie", perimetre.academies()));
        cles.add(new Cle("c.region", perimetre.regions()));
        cles.add(new Cle("c.employeur_opco", perimetre.opcos()));
        cles.add(new Cle("c.source", perimetre.sources()));
        return cles.stream().filter(cle -> cle.valeurs() != null).findFirst();
    }

    private String depuis(String from, String borne) {
        return "SELECT l.id, l.debut_tri FROM " + from + " CROSS JOIN LATERAL (" + lignes(borne) + ") l";
    }

    private String lignes(String borne) {
        var where = new ArrayList<String>();
        where.add(borne);
        where.addAll(criteres.bornes());
        if (suite) {
            where.add(
                    switch (ordre) {
                        case ID -> "c.id > " + id;
                        case DEBUT -> "(c.debut_tri, c.id) > (" + tri + ", " + id + ")";
                        case DEBUT_DESC -> "(c.debut_tri, c.id) < (" + tri + ", " + id + ")";
                    });
        }
        return "SELECT c.id, c.debut_tri FROM contrat c WHERE " + String.join(" AND ", where) + " ORDER BY "
                + ordre.sql("c") + " LIMIT " + limite;
    }
}
