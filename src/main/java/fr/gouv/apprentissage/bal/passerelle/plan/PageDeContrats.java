package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.habilitation.Etendue;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the ids of a page of contracts: keyset, and never more rows touched than the page needs. Each value of a perimeter is read from the index of
 * its own key in the page's order, and the pieces are merged; the planner would read an index of the order until enough rows fit.
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

    /**
     * Rows read in the page's order.
     *
     * @param from the values that are read one by one; empty: rows are read at once
     * @param cle column of {@code contrat c} that has the value; empty: none
     * @param borne on {@code contrat c}
     * @param valeurs how many values there are
     */
    private record Branche(String from, String cle, String borne, int valeurs) {

        static Branche sansCle(String borne) {
            return new Branche("", "", borne, 1);
        }

        /** The id, by the name that the index of the key knows it by: under {@code id} the planner may walk the primary key. */
        String colonneDId() {
            return cle.isEmpty() ? "c.id" : "c.ordre";
        }

        static Branche parCle(String cle, String place, String borne, int valeurs) {
            return new Branche(
                    "unnest(" + place + "::text[]) v(valeur)", cle, cle + " = v.valeur AND " + borne, valeurs);
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
            return "(" + lignes(Branche.sansCle("FALSE"), false, limite) + ")";
        }
        var valeurs = branches.stream().mapToInt(Branche::valeurs).sum();
        if (valeurs <= 1) {
            return "(" + ordonnees(reunies(branches, false, limite)) + ")";
        }
        // A page of each of many values would be values × rows. A few rows of each give a row that the page cannot
        // pass; then of each value only the rows up to it are read.
        var parValeur = "greatest(2 * " + limite + " / " + valeurs + ", 1)";
        return "(WITH sonde AS (" + reunies(branches, false, parValeur)
                + "), borne AS MATERIALIZED (SELECT s.id, s.debut_tri FROM sonde s ORDER BY " + ordre.sql("s")
                + " OFFSET " + limite + " - 1 LIMIT 1) " + ordonnees(reunies(branches, true, limite)) + ")";
    }

    private String ordonnees(String lignes) {
        return "SELECT b.id, b.debut_tri FROM (" + lignes + ") b ORDER BY " + ordre.sql("b") + " LIMIT " + limite;
    }

    /** A row that several branches find is one row. */
    private String reunies(List<Branche> branches, boolean bornees, String auPlus) {
        return branches.stream()
                .map(branche -> lues(branche, "(" + lignes(branche, bornees, auPlus) + ")"))
                .collect(Collectors.joining(" UNION "));
    }

    private static String lues(Branche branche, String lignes) {
        return branche.from().isEmpty()
                ? lignes
                : "SELECT l.id, l.debut_tri FROM " + branche.from() + " CROSS JOIN LATERAL " + lignes + " l";
    }

    private List<Branche> branches(EcritureSql ecriture) {
        if (visibles.isEmpty()) {
            return List.of();
        }
        if (criteres.depart().isPresent()) {
            var depart = criteres.depart().get();
            return List.of(
                    new Branche(depart.from(), "", depart.where() + " AND " + portees.predicat(visibles, "c"), 1));
        }
        if (droits.sansBorne(visibles)) {
            return List.of(Branche.sansCle("TRUE"));
        }
        return visibles.stream()
                .mapToObj(place -> branches(droits.etendues().get(place), ecriture))
                .flatMap(List::stream)
                .toList();
    }

    /** The branches of one extent: from the key of it that cuts finest. */
    private List<Branche> branches(Etendue etendue, EcritureSql ecriture) {
        var borne = portees.predicat(etendue, "c");
        var cle = cle(etendue);
        if (cle.isEmpty()) {
            return List.of(Branche.sansCle(borne));
        }
        var valeurs = cle.get().valeurs();
        var place = ecriture.parametre(valeurs);
        return cle.get().colonnes().stream()
                .map(colonne -> Branche.parCle(colonne, place, borne, valeurs.size()))
                .toList();
    }

    /** A row is found by any of the columns. */
    private record Cle(List<String> colonnes, List<?> valeurs) {}

    private static Optional<Cle> cle(Etendue etendue) {
        var cles = new ArrayList<Cle>();
        ajoute(cles, etendue, Perimetre::organismes, "c.formation_siret", "c.responsable_siret");
        ajoute(cles, etendue, Perimetre::sirens, "c.employeur_siren");
        ajoute(cles, etendue, Perimetre::departements, "c.departement");
        ajoute(cles, etendue, Perimetre::academies, "c.academie");
        ajoute(cles, etendue, Perimetre::regions, "c.region");
        ajoute(cles, etendue, Perimetre::opcos, "c.employeur_opco");
        ajoute(cles, etendue, Perimetre::sources, "c.source");
        return cles.stream().findFirst();
    }

    /** Of several perimeters that have the key, the one with the fewest values. */
    private static void ajoute(
            List<Cle> cles, Etendue etendue, Function<Perimetre, List<?>> valeurs, String... colonnes) {
        etendue.perimetres().stream()
                .map(valeurs)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(List::size))
                .ifPresent(trouvees -> cles.add(new Cle(List.of(colonnes), trouvees)));
    }

    private String lignes(Branche branche, boolean bornees, String auPlus) {
        var where = new ArrayList<String>();
        where.add(branche.borne());
        where.addAll(criteres.bornes());
        if (suite) {
            where.add(position(branche, ordre == Ordre.DEBUT_DESC ? "<" : ">", tri, id));
        }
        if (bornees) {
            where.add(
                    ordre == Ordre.DEBUT_DESC
                            ? position(branche, ">=", fin("debut_tri", "'-infinity'"), fin("id", "0"))
                            : position(
                                    branche,
                                    "<=",
                                    fin("debut_tri", "'infinity'"),
                                    fin("id", Long.MAX_VALUE + "::bigint")));
        }
        return "SELECT c.id, c.debut_tri FROM contrat c WHERE " + String.join(" AND ", where) + " ORDER BY "
                + (ordre == Ordre.ID ? branche.colonneDId() : ordre.sql("c")) + " LIMIT " + auPlus;
    }

    private String position(Branche branche, String signe, String tri, String id) {
        return ordre == Ordre.ID
                ? branche.colonneDId() + " " + signe + " " + id
                : "(c.debut_tri, c.id) " + signe + " (" + tri + ", " + id + ")";
    }

    /** Of the last row that the page can have; when fewer were found, none is the last. */
    private static String fin(String colonne, String sans) {
        return "coalesce((SELECT " + colonne + " FROM borne), " + sans + ")";
    }
}
