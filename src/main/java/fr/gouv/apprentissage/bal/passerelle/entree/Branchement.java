package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.resolution.Lecteurs;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;

/**
 * Where SmallRye lets us in: the schema is swapped when the application is built. SmallRye keeps the first instance that it was given; in dev mode that one comes, after a live reload, from a class loader whose beans are gone. So the work
 * is done by this class as the application has it now.
 */
public final class Branchement implements EventingService {
    /** No key: always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder sien) {
        var actuel = actuel();
        return actuel == this ? schema(sien) : actuel.beforeSchemaBuild(sien);
    }

    /** This one, unless the application has been loaded anew since. */
    EventingService actuel() {
        var chargeur = Thread.currentThread().getContextClassLoader();
        if (chargeur == null) {
            return this;
        }
        try {
            var classe = chargeur.loadClass(Branchement.class.getName());
            return classe == Branchement.class
                    ? this
                    : (EventingService) classe.getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException etranger) {
            return this;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GraphQLSchema.Builder schema(GraphQLSchema.Builder sien) {
        var derive = SchemaServi.servi();
        var lecteurs = GraphQLCodeRegistry.newCodeRegistry(sien.build().getCodeRegistry());
        Lecteurs.branche(lecteurs, derive);
        return GraphQLSchema.newSchema(SchemaServi.executable(derive, lecteurs.build()));
    }
}
