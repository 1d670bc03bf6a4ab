package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Criteria as a predicate on {@code organisme o}, values bound. */
final class CritereSql {

    private final List<String> conditions = new ArrayList<>();
    private final Tuple arguments;

    private CritereSql(Tuple arguments) {
        this.arguments = arguments;
    }

    /** The predicate; its values are added to the arguments. */
    static String de(OrganismeFiltre filtre, Tuple arguments) {
        var sql = new CritereSql(arguments);
        if (filtre != null) {
            sql.parmi("o.siret", filtre.siret(), Siret::valeur);
            sql.parmi("o.uai", filtre.uai(), Uai::valeur);
            sql.parmi("o.region", filtre.region(), Function.identity());
            sql.parmi("o.academie", filtre.academie(), Function.identity());
            sql.parmi("o.departement", filtre.departement(), Function.identity());
            sql.nature(filtre.nature());
            sql.texte(filtre.texte());
        }
        return sql.conditions.isEmpty() ? "true" : String.join(" and ", sql.conditions);
    }

    private <T> void parmi(String colonne, List<T> valeurs, Function<T, String> texte) {
        if (valeurs != null) {
            conditions.add(colonne + " = any(" + lie(valeurs.stream().map(texte).toArray(String[]::new)) + "::text[])");
        }
    }

    private void nature(NatureOrganisme nature) {
        if (nature != null) {
            conditions.add("o.nature = " + lie(nature.name()));
        }
    }

    /** Every word must be found. A text without any word finds nothing: to ignore it would be a wrong answer. */
    private void texte(String texte) {
        if (texte == null) {
            return;
        }
        var motifs = Mots.de(texte).stream().map(mot -> "%" + mot + "%").toArray(String[]::new);
        conditions.add(motifs.length == 0 ? "false" : "o.recherche like all(" + lie(motifs) + "::text[])");
    }

    private String lie(Object valeur) {
        arguments.addValue(valeur);
        return "$" + arguments.size();
    }
}
