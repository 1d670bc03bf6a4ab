package fr.gouv.apprentissage.bal.passerelle.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Horizon;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What each client sees of the schema: what it could ever use. What shows is worked out anew from the habilitations of now, which is cheap;
 * the schemas that are made of it are kept, bounded, by exactly what they show. So a revocation counts at once, no client is ever given
 * what another sees, and a thousand clients with one set of rights have one schema.
 */
@Singleton
public class SchemasDeClients {
    private static final String ADMINISTRATEUR = "administrateur";

    private final RegistreCourant registre;
    private final Definitions definitions;
    private final Visibilite visibilite;
    private final SchemaDeClient entier;
    private final Cache<Visibles, SchemaDeClient> parVisibles;

    /** @param gardes schemas that are kept at most */
    @Inject
    public SchemasDeClients(
            RegistreCourant registre,
            Catalogue catalogue,
            GraphQLSchema schema,
            @ConfigProperty(name = "bal.passerelle.schemas", defaultValue = "100") int gardes) {
        this.registre = registre;
        this.definitions = Definitions.de(SchemaServi.servi().sdl());
        this.visibilite = new Visibilite(
                definitions, new Exigences(Racines.servies(), SchemaServi.servi(), catalogue, definitions));
        this.entier = SchemaDeClient.de(schema);
        this.parVisibles = Caffeine.newBuilder().maximumSize(gardes).build();
    }

    /** What this caller sees; an administrator sees all of it. */
    public SchemaDeClient de(Appelant appelant) {
        if (appelant.roles().contains(ADMINISTRATEUR)) {
            return entier;
        }
        var horizons = Horizon.de(registre.courant(), appelant.client(), appelant.jour());
        return parVisibles.get(
                visibilite.de(horizons, appelant.roles()),
                visibles -> SchemaDeClient.de(Elagage.schema(definitions.registre(), visibles)));
    }

    /** About how many are kept, once what is over the bound has gone. */
    long gardes() {
        parVisibles.cleanUp();
        return parVisibles.estimatedSize();
    }
}
