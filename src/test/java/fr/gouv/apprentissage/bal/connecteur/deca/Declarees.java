package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a field needs beside its declaration: a column of the right type, and the connector's mapping.
 *
 * @param catalogue the declarations
 * @param types for each table, the type of each of its columns, in PostgreSQL's words
 * @param portees columns that the connector fills
 */
record Declarees(Catalogue catalogue, Map<String, Map<String, String>> types, Set<String> portees) {

    private static final Map<String, String> TABLES =
            Map.of("Personne", "identite", "Contrat", "contrat", "Employeur", "contrat");

    /** Every stored field that lacks its column, its type or its mapping; fields of other sources need no mapping here. */
    List<String> fautes(Set<String> dAutresSources) {
        var fautes = new ArrayList<String>();
        for (var champ : stockes()) {
            var type = types.get(TABLES.get(champ.coordonnee().type())).get(champ.colonne());
            if (type == null) {
                fautes.add(champ.coordonnee() + " : sans colonne");
            } else if (!type.equals(attendu(champ))) {
                fautes.add(champ.coordonnee() + " : " + type + " au lieu de " + attendu(champ));
            }
            var ailleurs = dAutresSources.contains(champ.coordonnee().toString());
            if (portees.contains(champ.colonne()) == ailleurs) {
                fautes.add(champ.coordonnee() + (ailleurs ? " : apporté par DECA" : " : sans lecture de DECA"));
            }
        }
        return List.copyOf(fautes);
    }

    List<ChampDeclare> stockes() {
        return catalogue.tous().stream().filter(ChampDeclare::stocke).toList();
    }

    private static String attendu(ChampDeclare champ) {
        if (champ.personnel()) {
            return "bytea";
        }
        if (champ.type() == Integer.class) {
            return "integer";
        }
        return champ.type() == LocalDate.class ? "date" : "text";
    }
}
