package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.entree.Bornes;
import fr.gouv.apprentissage.bal.passerelle.entree.Documents;
import fr.gouv.apprentissage.bal.passerelle.entree.Limite;
import fr.gouv.apprentissage.bal.passerelle.entree.Limites;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/** The served schema, and documents that are read against it. */
public final class SchemaDeTest {
    static final GraphQLSchema SERVI = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());

    private SchemaDeTest() {}

    /** Within these bounds. */
    public static Documents documents(Map<Limite, Integer> autres) {
        var bornes = new Bornes(autres);
        return new Documents(SERVI, bornes, new Limites(bornes), 1_000);
    }
}
