package fr.gouv.apprentissage.bal.habilitation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes perimeters as {@code (c.region IS NOT NULL AND c.region = ANY($1))}. On a row without region this is FALSE and not NULL, so that it can be
 * selected and negated; and both conditions can use an index, which {@code IS TRUE} or {@code coalesce} could not.
 */
public final class PerimetreSql implements PredicatDePerimetre {

    @Override
    public String sql(Perimetre perimetre, ColonnesDePerimetre colonnes, Liaison liaison) {
        var cles = perimetre.bornes().entrySet().stream()
                .map(borne -> new Cle(borne.getValue(), colonnes(borne.getKey(), colonnes)))
                .toList();
        if (cles.isEmpty()) {
            return "TRUE";
        }
        // Decided before anything is bound: PostgreSQL refuses a parameter that the statement does not use.
        if (cles.stream().anyMatch(Cle::jamais)) {
            return "FALSE";
        }
        return cles.stream().map(cle -> cle.sql(liaison)).collect(Collectors.joining(" AND ", "(", ")"));
    }

    private static List<String> colonnes(String cle, ColonnesDePerimetre colonnes) {
        return switch (cle) {
            case "regions" -> colonnes.region().stream().toList();
            case "academies" -> colonnes.academie().stream().toList();
            case "departements" -> colonnes.departement().stream().toList();
            case "organismes" -> colonnes.organismes();
            case "sirens" -> colonnes.siren().stream().toList();
            case "opcos" -> colonnes.opco().stream().toList();
            case "sources" -> colonnes.source().stream().toList();
            case "statuts" -> colonnes.statut().stream().toList();
            default -> throw new IllegalStateException("clé de périmètre sans colonne : " + cle);
        };
    }

    /** One key: any of the columns has any of the values. */
    private record Cle(List<String> valeurs, List<String> colonnes) {

        boolean jamais() {
            return valeurs.isEmpty() || colonnes.isEmpty();
        }

        String sql(Liaison liaison) {
            var parametre = liaison.parametre(valeurs);
            return colonnes.stream()
                    .map(colonne -> "(" + colonne + " IS NOT NULL AND " + colonne + " = ANY(" + parametre + "))")
                    .collect(Collectors.joining(" OR ", "(", ")"));
        }
    }
}
