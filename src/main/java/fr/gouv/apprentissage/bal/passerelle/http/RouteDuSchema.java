package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.passerelle.schema.SchemasDeClients;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code GET /graphql/schema.graphql}: what a listed client sees of the schema, as text. SmallRye's own route shows it to everyone. */
@Singleton
public class RouteDuSchema {
    private final Identification identification;
    private final SchemasDeClients schemas;

    RouteDuSchema(Identification identification, SchemasDeClients schemas) {
        this.identification = identification;
        this.schemas = schemas;
    }

    void installe(@Observes Router routeur) {
        routeur.get("/graphql/schema.graphql").order(PointDEntree.RANG).handler(this::repond);
    }

    private void repond(RoutingContext echange) {
        identification
                .de(echange)
                .subscribe()
                .with(
                        demande -> echange.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/graphql; charset=utf-8")
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(schemas.de(demande.appelant()).texte()),
                        echec -> Sortie.refus(echange, TypeDeReponse.JSON, echec));
    }
}
