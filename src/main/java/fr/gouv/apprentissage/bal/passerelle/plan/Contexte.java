package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import graphql.GraphQLContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one compilation gathers while it walks the selection: refusals, searches, nodes. */
final class Contexte {

    private final FieldCollector collecteur = new FieldCollector();
    private final DemandeDePlan demande;
    private final Droits droits;
    private final Map<Coordonnee, Refus> refus = new LinkedHashMap<>();
    private final SortedSet<Coordonnee> recherches = new TreeSet<>();
    private final Map<Coordonnee, Plan.Emplacement> emplacements = new LinkedHashMap<>();
    private final SortedSet<Besoin> besoins = new TreeSet<>();
    private int noeuds;

    Contexte(DemandeDePlan demande, Droits droits) {
        this.demande = demande;
        this.droits = droits;
    }

    Droits droits() {
        return droits;
    }

    Catalogue catalogue() {
        return demande.catalogue();
    }

    SortedSet<Coordonnee> recherches() {
        return recherches;
    }

    Collection<Refus> refus() {
        return refus.values();
    }

    Map<Coordonnee, Plan.Emplacement> emplacements() {
        return Map.copyOf(emplacements);
    }

    SortedSet<Besoin> besoins() {
        return besoins;
    }

    /** The verdict on a right that the operation needs, which is noted. */
    Decision.Verdict verdict(Coordonnee coordonnee, Acces acces) {
        besoins.add(new Besoin(coordonnee, acces));
        return droits.decision().verdict(coordonnee, acces);
    }

    int prochainNoeud() {
        return noeuds++;
    }

    int noeuds() {
        return noeuds;
    }

    /** The fields selected below a field, merged, directives applied, in order. */
    Collection<MergedField> sousChamps(MergedField champ, String type) {
        var parametres = FieldCollectorParameters.newParameters()
                .schema(demande.schema())
                .objectType((GraphQLObjectType) demande.schema().getType(type))
                .fragments(demande.fragments())
                .variables(demande.variables())
                .graphQLContext(GraphQLContext.getDefault())
                .build();
        return collecteur.collectFields(parametres, champ).getSubFields().values();
    }

    /** Whether the coordinate may be read anywhere; else its refusal is noted, once. */
    boolean lisible(Coordonnee coordonnee, Chemin chemin, MergedField champ) {
        var verdict = verdict(coordonnee, Acces.LIRE);
        if (verdict.autorise()) {
            emplacements.putIfAbsent(coordonnee, new Plan.Emplacement(chemin.cles(), lieu(champ)));
            return true;
        }
        refuse(CodeErreur.CHAMP_NON_HABILITE, coordonnee, verdict.motif().orElseThrow(), chemin, champ);
        return false;
    }

    /** Notes a refusal; of one coordinate the first is kept, but a criterion's outweighs a field's. */
    void refuse(CodeErreur code, Coordonnee coordonnee, Motif motif, Chemin chemin, MergedField champ) {
        var nouveau = new Refus(code, coordonnee, motif, chemin.cles(), lieu(champ));
        refus.merge(
                coordonnee,
                nouveau,
                (ancien, autre) ->
                        ancien.code() == CodeErreur.CHAMP_NON_HABILITE && code != ancien.code() ? autre : ancien);
    }

    /** The parts selected of an object that comes with the field that holds it; none when the type is no object. */
    List<ChampEcrit> parties(MergedField champ, Type type) {
        return parties(champ, TypesJava.element(type).getSimpleName());
    }

    /** The parts selected of an object of this type. */
    List<ChampEcrit> parties(MergedField champ, String type) {
        if (!(demande.schema().getType(type) instanceof GraphQLObjectType)) {
            return List.of();
        }
        return sousChamps(champ, type).stream()
                .<ChampEcrit>map(sous -> sous.getName().equals("__typename")
                        ? new ChampEcrit.NomDeType(sous.getResultKey(), type)
                        : new ChampEcrit.Partie(sous.getResultKey(), sous.getName()))
                .toList();
    }

    /** Notes what is granted nowhere below a field of this type that is itself not read. */
    void explore(MergedField champ, String typeParent, Chemin chemin) {
        var parent = (GraphQLObjectType) demande.schema().getType(typeParent);
        var definition = parent.getFieldDefinition(champ.getName());
        if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType type)) {
            return;
        }
        for (var sous : sousChamps(champ, type.getName())) {
            if (sous.getName().startsWith("__")) {
                continue;
            }
            var liste = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(
                    type.getFieldDefinition(sous.getName()).getType()));
            var suite = liste ? chemin.versListe(sous.getResultKey()) : chemin.vers(sous.getResultKey());
            var coordonnee = new Coordonnee(type.getName(), sous.getName());
            catalogue().champ(coordonnee).ifPresent(declare -> lisible(coordonnee, suite, sous));
            explore(sous, type.getName(), suite);
        }
    }

    private static Optional<SourceLocation> lieu(MergedField champ) {
        return Optional.ofNullable(champ.getSingleField().getSourceLocation());
    }
}
