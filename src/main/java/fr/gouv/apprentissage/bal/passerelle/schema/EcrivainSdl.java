package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Extension;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the schema's text from the root fields down: every type that a field or an argument names gets its definition, once. */
final class EcrivainSdl {
    private final Racines racines;
    private final Map<String, String> definitions = new TreeMap<>();
    private final Map<String, Class<?>> ecrits = new TreeMap<>();
    private final Map<String, Class<?>> objets = new TreeMap<>();
    private final Map<String, Class<?>> enums = new TreeMap<>();

    EcrivainSdl(Racines racines) {
        this.racines = racines;
    }

    SchemaDerive ecris() {
        var champs = LectureDesRacines.lis(racines);
        enumeration(fr.gouv.apprentissage.bal.declaration.Classe.class);
        var types = champs.stream()
                .collect(Collectors.groupingBy(
                        RacineDeSchema::type,
                        TreeMap::new,
                        Collectors.mapping(champ -> champDeMethode(champ.methode()), Collectors.joining("\n"))));
        types.forEach((nom, corps) -> definitions.put(nom, "type " + nom + " {\n" + corps + "\n}"));
        var sdl = Annotations.DIRECTIVES
                + Scalaires.TOUS.stream()
                        .map(scalaire -> "scalar " + scalaire.nom())
                        .collect(Collectors.joining("\n"))
                + "\n\n"
                + String.join("\n\n", definitions.values())
                + "\n";
        return new SchemaDerive(sdl, champs, objets, enums);
    }

    private String champDeMethode(Method methode) {
        var arguments = Arrays.stream(methode.getParameters())
                .filter(parametre -> !TypesJava.fourni(parametre.getType()))
                .map(parametre -> parametre.getName() + ": "
                        + type(parametre.getParameterizedType(), parametre, true)
                        + Annotations.suffixe(parametre))
                .collect(Collectors.joining(", "));
        return Annotations.description(methode, "  ")
                + "  " + methode.getName()
                + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + ": " + type(methode.getGenericReturnType(), methode, false)
                + Annotations.suffixe(methode);
    }

    private String type(Type type, AnnotatedElement element, boolean entree) {
        var nu = TypesJava.valeur(type);
        var nonNul = element.isAnnotationPresent(NonNul.class) || nu instanceof Class<?> classe && classe.isPrimitive();
        return nom(nu, element, entree) + (nonNul ? "!" : "");
    }

    private String nom(Type type, AnnotatedElement element, boolean entree) {
        var elements = TypesJava.elements(type);
        if (elements.isPresent()) {
            return "[" + nom(elements.get(), element, entree) + "!]";
        }
        var lignes = TypesJava.lignes(type);
        if (lignes.isPresent()) {
            return connexion(lignes.get());
        }
        var classe = (Class<?>) type;
        var scalaire = TypesJava.scalaire(classe);
        if (scalaire.isPresent()) {
            return classe == String.class && element.isAnnotationPresent(Id.class) ? "ID" : scalaire.get();
        }
        if (classe.isEnum()) {
            return enumeration(classe);
        }
        if (classe.isRecord()) {
            return enregistrement(classe, entree);
        }
        throw new IllegalStateException("type sans équivalent dans le schéma : " + classe.getName());
    }

    private String enumeration(Class<?> classe) {
        if (nouveau(classe)) {
            enums.put(classe.getSimpleName(), classe);
            var valeurs = Arrays.stream(classe.getFields())
                    .filter(champ -> champ.isEnumConstant())
                    .map(champ -> Annotations.description(champ, "  ") + "  " + champ.getName())
                    .collect(Collectors.joining("\n"));
            definis(classe, "enum", valeurs);
        }
        return classe.getSimpleName();
    }

    private String enregistrement(Class<?> classe, boolean entree) {
        if (nouveau(classe)) {
            var champs = LectureDesRacines.composants(classe).stream()
                    .map(composant -> Annotations.description(composant, "  ")
                            + "  " + composant.getName()
                            + ": " + type(composant.getGenericType(), composant, entree)
                            + Annotations.suffixe(composant));
            if (!entree) {
                objets.put(classe.getSimpleName(), classe);
                champs = Stream.concat(champs, methodes(classe).stream().map(this::champDeMethode));
            }
            definis(classe, entree ? "input" : "type", champs.collect(Collectors.joining("\n")));
        }
        return classe.getSimpleName();
    }

    private List<Method> methodes(Class<?> classe) {
        var siennes = LectureDesRacines.methodes(classe).stream();
        var ajoutees = racines.extensions().stream()
                .filter(extension -> extension.getAnnotation(Extension.class).value() == classe)
                .flatMap(extension -> Arrays.stream(extension.getDeclaredMethods()));
        return Stream.concat(siennes, ajoutees)
                .filter(methode -> !methode.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private String connexion(Class<?> lignes) {
        var nom = lignes.getSimpleName() + "Connection";
        if (!definitions.containsKey(nom)) {
            definitions.put(nom, "");
            var ligne = enregistrement(lignes, false);
            enregistrement(Connection.PageInfo.class, false);
            definitions.put(
                    nom,
                    "type %1$sConnection {\n  edges: [%1$sEdge!]!\n  nodes: [%1$s!]!\n  pageInfo: PageInfo!\n  totalCount: Int\n}"
                            .formatted(ligne));
            definitions.put(ligne + "Edge", "type %1$sEdge {\n  cursor: String!\n  node: %1$s!\n}".formatted(ligne));
        }
        return nom;
    }

    private void definis(Class<?> classe, String genre, String corps) {
        var nom = classe.getSimpleName();
        definitions.put(nom, Annotations.description(classe, "") + genre + " " + nom + " {\n" + corps + "\n}");
    }

    private boolean nouveau(Class<?> classe) {
        var autre = ecrits.put(classe.getSimpleName(), classe);
        if (autre != null && autre != classe) {
            throw new IllegalStateException("deux types de nom " + classe.getSimpleName());
        }
        return autre == null;
    }
}
