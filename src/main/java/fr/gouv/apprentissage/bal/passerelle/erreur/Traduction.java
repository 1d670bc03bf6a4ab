package fr.gouv.apprentissage.bal.passerelle.erreur;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says in our words what graphql-java found: its own messages repeat values, name what a client may not know, and are not French. */
public final class Traduction {
    /** Extension under which a scalar leaves its own French message. */
    public static final String MESSAGE = "bal.message";

    private static final Set<ValidationErrorType> VALEURS = Set.of(
            ValidationErrorType.WrongType,
            ValidationErrorType.BadValueForDefaultArg,
            ValidationErrorType.NullValueForNonNullArgument);

    private static final Map<ValidationErrorType, String> MESSAGES = Map.ofEntries(
            Map.entry(ValidationErrorType.FieldUndefined, "Champ inconnu de ce type."),
            Map.entry(ValidationErrorType.UnknownArgument, "Argument inconnu de ce champ."),
            Map.entry(ValidationErrorType.UnknownType, "Type inconnu."),
            Map.entry(ValidationErrorType.UnknownDirective, "Directive inconnue."),
            Map.entry(ValidationErrorType.MissingFieldArgument, "Un argument obligatoire manque."),
            Map.entry(ValidationErrorType.MissingDirectiveArgument, "Un argument obligatoire de la directive manque."),
            Map.entry(ValidationErrorType.NullValueForNonNullArgument, "Un argument obligatoire est nul."),
            Map.entry(
                    ValidationErrorType.SubselectionRequired, "Ce champ demande une sélection de ses propres champs."),
            Map.entry(ValidationErrorType.SubselectionNotAllowed, "Ce champ n'a pas de champs à sélectionner."),
            Map.entry(ValidationErrorType.UndefinedFragment, "Fragment inconnu."),
            Map.entry(ValidationErrorType.UnusedFragment, "Fragment sans usage."),
            Map.entry(ValidationErrorType.FragmentCycle, "Des fragments se contiennent l'un l'autre."),
            Map.entry(ValidationErrorType.UndefinedVariable, "Variable non déclarée."),
            Map.entry(ValidationErrorType.UnusedVariable, "Variable déclarée sans usage."),
            Map.entry(
                    ValidationErrorType.VariableTypeMismatch, "Le type de la variable ne convient pas à cet endroit."),
            Map.entry(ValidationErrorType.FieldsConflict, "Deux champs de même nom de réponse diffèrent."),
            Map.entry(ValidationErrorType.UniqueObjectFieldName, "Un champ de l'objet est donné deux fois."));

    private Traduction() {}

    /** What the caller is told of this error. */
    public static Erreur traduis(GraphQLError erreur) {
        if (erreur instanceof ErreurGraphql notre) {
            return notre.erreur();
        }
        var lieu = Optional.ofNullable(erreur.getLocations()).stream()
                .flatMap(List<SourceLocation>::stream)
                .findFirst();
        var chemin = Optional.ofNullable(erreur.getPath()).orElse(List.of());
        return sens(erreur).en(chemin, lieu);
    }

    private static Erreur sens(GraphQLError erreur) {
        var message = Optional.ofNullable(erreur.getExtensions())
                .map(extensions -> extensions.get(MESSAGE))
                .map(Object::toString);
        if (message.isPresent()) {
            return Erreur.de(CodeErreur.VALEUR_INVALIDE, message.get());
        }
        if (erreur instanceof ValidationError validation) {
            return validation(validation);
        }
        if (erreur instanceof ExceptionWhileDataFetching echec) {
            return Defaillance.erreur(echec.getException());
        }
        if (erreur instanceof AbortExecutionException
                || erreur instanceof GoodFaithIntrospection.BadFaithIntrospectionError) {
            return Erreur.de(CodeErreur.REQUETE_TROP_GRANDE, "La requête d'introspection dépasse une limite.");
        }
        if (erreur instanceof UnknownOperationException) {
            return Erreur.de(
                    CodeErreur.REQUETE_INVALIDE,
                    "L'opération à exécuter n'est pas désignée, ou n'est pas dans le document.");
        }
        return parGenre(erreur);
    }

    private static Erreur validation(ValidationError erreur) {
        var type = erreur.getValidationErrorType();
        var code = VALEURS.contains(type) ? CodeErreur.VALEUR_INVALIDE : CodeErreur.REQUETE_INVALIDE;
        return Erreur.de(
                code,
                type instanceof ValidationErrorType connu
                        ? MESSAGES.getOrDefault(connu, code.message())
                        : code.message());
    }

    private static Erreur parGenre(GraphQLError erreur) {
        if (!(erreur.getErrorType() instanceof ErrorType genre)) {
            return Erreur.de(CodeErreur.ERREUR_INTERNE);
        }
        return switch (genre) {
            case InvalidSyntax -> Erreur.de(CodeErreur.REQUETE_ILLISIBLE);
            case ValidationError -> Erreur.de(CodeErreur.VALEUR_INVALIDE);
            case OperationNotSupported ->
                Erreur.de(CodeErreur.REQUETE_INVALIDE, "Ce genre d'opération n'est pas offert.");
            case ExecutionAborted -> Erreur.de(CodeErreur.REQUETE_TROP_GRANDE);
            default -> Erreur.de(CodeErreur.ERREUR_INTERNE);
        };
    }
}
