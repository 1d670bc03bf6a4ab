package fr.gouv.apprentissage.bal.passerelle.entree;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** Wakes SmallRye, which serves nothing in an application without an operation of its own kind; the schema that is served does not have it. */
@GraphQLApi
public class Amorce {
    /** Never called. */
    @Query
    public String amorce() {
        return "";
    }
}
