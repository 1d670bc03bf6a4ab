package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes perimeters as {@code (c.region IS NOT NULL AND c.region = ANY($1))}. On a row without region this is FALSE and not NULL, so that it can be
 * selected and negated; and both conditions can use an index, which {@code IS TRUE} or {@code coalesce} could not.
 */
public final class PerimetreSql implements PredicatDePerimetre {

    private static final String JAMAIS = "FALSE";

    @Override
    public String sql(Perimetre perimetre, ColonnesDePerimetre colonnes, Liaison liaison) {
        var cles = new ArrayList<Cle>();
        ajoute(cles, perimetre.regions(), colonnes.region());
        ajoute(cles, perimetre.academies(), colonnes.academie());
        ajoute(cles, perimetre.departements(), colonnes.departement());
        if (perimetre.organismes() != null) {
            var sirets = perimetre.organismes().stream().map(Siret::valeur).toList();
            cles.add(new Cle(sirets, colonnes.organismes()));
        }
        ajoute(
                cles,
                perimetre.sirens() == null
                        ? null
                        : perimetre.sirens().stream().map(Siren::valeur).toList(),
                colonnes.siren());
        ajoute(cles, perimetre.opcos(), colonnes.opco());
        ajoute(cles, perimetre.sources(), colonnes.source());
        ajoute(
                cles,
                perimetre.statuts() == null
                        ? null
                        : perimetre.statuts().stream().map(Enum::name).toList(),
                colonnes.statut());
        if (cles.isEmpty()) {
            return "TRUE";
        }
        // Decided before anything is bound: PostgreSQL refuses a parameter that the statement does not use.
        if (cles.stream().anyMatch(Cle::jamais)) {
            return JAMAIS;
        }
        return cles.stream().map(cle -> cle.sql(liaison)).collect(Collectors.joining(" AND ", "(", ")"));
    }

    private static void ajoute(List<Cle> cles, List<String> valeurs, Optional<String> colonne) {
        if (valeurs != null) {
            cles.add(new Cle(valeurs, colonne.stream().toList()));
        }
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
