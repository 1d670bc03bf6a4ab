package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Faute;
import fr.gouv.apprentissage.bal.passerelle.oracle.Lu.Champ;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an operation touches and is granted nowhere, before any row is looked at. */
final class OracleDeRefus {

    private static final Set<String> TYPES = Set.of("Personne", "Contrat", "Employeur");

    private final Lu lu;
    private final OracleDeDroits droits;
    private final GraphQLSchema schema;
    private final Set<Faute> operations = new LinkedHashSet<>();
    private final Map<String, List<Object>> chemins = new LinkedHashMap<>();
    private final SortedSet<String> besoins = new TreeSet<>();

    /**
     * What the walk found.
     *
     * @param refus why the operation is refused whole
     * @param champs errors of the fields granted nowhere
     * @param chemins where each coordinate is first selected, up to the first list
     * @param besoins every coordinate and access that the operation asks for
     */
    record Parcours(
            Set<Faute> refus, Set<Faute> champs, Map<String, List<Object>> chemins, SortedSet<String> besoins) {}

    OracleDeRefus(Lu lu, OracleDeDroits droits, GraphQLSchema schema) {
        this.lu = lu;
        this.droits = droits;
        this.schema = schema;
    }

    Parcours parcours(boolean stricte) {
        for (Champ racine : lu.racines()) {
            var arguments = lu.arguments(racine);
            var chemin = List.<Object>of(racine.cle());
            filtre(OracleDeCriteres.champs(arguments.get("filtre")), chemin);
            if (arguments.get("tri") != null) {
                besoins.add("Contrat.dateDebut TRIER");
            }
            if (arguments.get("tri") != null && !droits.accordeQuelquePart("Contrat.dateDebut", Acces.TRIER)) {
                operations.add(faute("TRI_NON_HABILITE", "Contrat.dateDebut", Acces.TRIER, chemin));
            }
            descends(racine, schema.getQueryType(), chemin, false);
        }
        var champs = new LinkedHashSet<Faute>();
        chemins.forEach((coordonnee, chemin) -> {
            if (!droits.accordeQuelquePart(coordonnee, Acces.LIRE)) {
                champs.add(faute("CHAMP_NON_HABILITE", coordonnee, Acces.LIRE, chemin));
            }
        });
        if (stricte) {
            operations.addAll(champs);
        }
        chemins.keySet().forEach(coordonnee -> besoins.add(coordonnee + " LIRE"));
        return new Parcours(operations, champs, chemins, besoins);
    }

    private void filtre(Map<String, Object> filtre, List<Object> chemin) {
        filtre.forEach((critere, valeur) -> {
            for (String coordonnee : OracleDeCriteres.par(critere)) {
                besoins.add(coordonnee + " FILTRER");
                if (!droits.accordeQuelquePart(coordonnee, Acces.FILTRER)) {
                    operations.add(faute("FILTRE_NON_HABILITE", coordonnee, Acces.FILTRER, chemin));
                }
            }
            if (critere.equals("alternant")) {
                filtre(OracleDeCriteres.champs(valeur), chemin);
            }
        });
    }

    private void descends(Champ champ, GraphQLObjectType parent, List<Object> chemin, boolean sousUneListe) {
        var type =
                GraphQLTypeUtil.unwrapAll(parent.getFieldDefinition(champ.nom()).getType());
        if (!(type instanceof GraphQLObjectType objet)) {
            return;
        }
        for (Champ sous : lu.sous(champ)) {
            if (sous.nom().startsWith("__")) {
                continue;
            }
            var definition = objet.getFieldDefinition(sous.nom());
            var suite = new ArrayList<>(chemin);
            if (!sousUneListe) {
                suite.add(sous.cle());
            }
            var coordonnee = objet.getName() + "." + sous.nom();
            if (demandeUnDroit(objet.getName(), sous.nom())) {
                chemins.putIfAbsent(coordonnee, suite);
            }
            var liste = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
            descends(sous, objet, suite, sousUneListe || liste);
        }
    }

    private static boolean demandeUnDroit(String type, String champ) {
        return TYPES.contains(type) && !champ.equals("id") || type.endsWith("Connection") && champ.equals("totalCount");
    }

    private Faute faute(String code, String coordonnee, Acces acces, List<Object> chemin) {
        return new Faute(code, coordonnee, droits.motif(coordonnee, acces), 0, chemin);
    }
}
