package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.contrat.TerritoireDeContrat;
import fr.gouv.apprentissage.bal.habilitation.Etendue;
import fr.gouv.apprentissage.bal.habilitation.PerimetreSql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.stream.Collectors;

/** Writes sets of perimeters as SQL on the table {@code contrat}: as a bound, and as bits that say which cover a row. */
final class Portees {

    /** Bits of one column: the sign bit stays free. */
    static final int BITS_PAR_COLONNE = 62;

    private final Droits droits;
    private final EcritureSql ecriture;
    private final PerimetreSql perimetreSql = new PerimetreSql();

    Portees(Droits droits, EcritureSql ecriture) {
        this.droits = droits;
        this.ecriture = ecriture;
    }

    /** The bound: a row is within one of the perimeters. Never NULL on any row. */
    String predicat(BitSet perimetres, String alias) {
        if (perimetres.isEmpty()) {
            return "FALSE";
        }
        if (droits.sansBorne(perimetres)) {
            return "TRUE";
        }
        return perimetres.stream()
                .mapToObj(place -> predicat(droits.etendues().get(place), alias))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** One extent as a bound. */
    String predicat(Etendue etendue, String alias) {
        return etendue.sansBorne()
                ? "TRUE"
                : etendue.perimetres().stream()
                        .map(perimetre -> perimetreSql.sql(perimetre, TerritoireDeContrat.colonnes(alias), ecriture))
                        .collect(Collectors.joining(" AND "));
    }

    /** Adds the columns that tell which perimeters cover a row; gives the first one's place. */
    int couverture(Colonnes colonnes, String alias) {
        var premiere = -1;
        for (int debut = 0; debut < droits.etendues().size(); debut += BITS_PAR_COLONNE) {
            var place = colonnes.place(bits(debut, alias));
            premiere = premiere < 0 ? place : premiere;
        }
        return premiere;
    }

    private String bits(int debut, String alias) {
        var termes = new ArrayList<String>();
        var fin = Math.min(debut + BITS_PAR_COLONNE, droits.etendues().size());
        for (int place = debut; place < fin; place++) {
            var etendue = droits.etendues().get(place);
            var poids = 1L << (place - debut);
            termes.add(
                    etendue.sansBorne()
                            ? poids + "::bigint"
                            : "CASE WHEN " + predicat(etendue, alias) + " THEN " + poids + "::bigint ELSE 0 END");
        }
        // the chunk's number keeps two chunks with the same text apart
        return "(" + String.join(" + ", termes) + (debut == 0 ? "" : " + 0*" + debut) + ")";
    }
}
