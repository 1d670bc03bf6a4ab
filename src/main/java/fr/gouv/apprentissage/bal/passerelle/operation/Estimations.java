package fr.gouv.apprentissage.bal.passerelle.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;

/** What documents cost and search, estimated once for each: as long as the document itself is kept. */
@Singleton
class Estimations {
    private final GraphQLSchema schema;
    private final Cache<Document, Estimation> connues =
            Caffeine.newBuilder().weakKeys().build();

    Estimations(GraphQLSchema schema) {
        this.schema = schema;
    }

    Estimation de(Document document) {
        return connues.get(document, nouveau -> Estimateur.estime(schema, nouveau));
    }
}
