package fr.gouv.apprentissage.bal.passerelle.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Media types of an answer (GraphQL over HTTP, "Media Types"). */
enum TypeDeReponse {
    /** HTTP statuses speak. */
    GRAPHQL("application/graphql-response+json", "graphql-response+json"),
    /** An operation that is refused is still 200. */
    JSON("application/json", "json");

    private final String nom;
    private final String sousType;

    TypeDeReponse(String nom, String sousType) {
        this.nom = nom;
        this.sousType = sousType;
    }

    /** As the header Content-Type has it. */
    String entete() {
        return nom + "; charset=utf-8";
    }

    /** The type that the header Accept prefers; application/json when it does not say; empty when it takes none of ours. */
    static Optional<TypeDeReponse> negocie(List<MIMEHeader> acceptes) {
        if (acceptes.isEmpty()) {
            return Optional.of(JSON);
        }
        return acceptes.stream()
                .filter(accepte -> accepte.weight() > 0)
                .map(TypeDeReponse::de)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The type that an exchange is answered in, also where it takes none of ours. */
    static TypeDeReponse de(RoutingContext echange) {
        return negocie(echange.parsedHeaders().accept()).orElse(JSON);
    }

    private static Optional<TypeDeReponse> de(MIMEHeader accepte) {
        var application = accepte.component().equalsIgnoreCase("application");
        var joker = accepte.subComponent().equals("*")
                && (application || accepte.component().equals("*"));
        if (joker) {
            return Optional.of(JSON);
        }
        for (var type : values()) {
            if (application && accepte.subComponent().equalsIgnoreCase(type.sousType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
