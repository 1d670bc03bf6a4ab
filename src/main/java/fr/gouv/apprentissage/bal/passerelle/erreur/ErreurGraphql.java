package fr.gouv.apprentissage.bal.passerelle.erreur;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as graphql-java carries it.
 *
 * @param erreur what is told
 */
public record ErreurGraphql(Erreur erreur) implements GraphQLError {
    @Override
    public String getMessage() {
        return erreur.message();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return erreur.lieu().stream().toList();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
        return erreur.chemin();
    }

    @Override
    public Map<String, Object> getExtensions() {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", erreur.code().name());
        extensions.putAll(erreur.extensions());
        return extensions;
    }
}
