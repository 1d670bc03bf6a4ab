package fr.gouv.apprentissage.bal.passerelle.http;

import io.vertx.core.http.HttpHeaders;
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

    private final String type;
    private final String sousType;
    private final String entete;

    TypeDeReponse(String type, String sousType) {
        this.type = type;
        this.sousType = sousType;
        this.entete = type + "; charset=utf-8";
    }

    /** As the header Content-Type has it. */
    String entete() {
        return entete;
    }

    /** The type that an exchange prefers; empty when it takes none of ours. */
    static Optional<TypeDeReponse> negocie(RoutingContext echange) {
        var acceptes = echange.request().headers().getAll(HttpHeaders.ACCEPT);
        var seul = acceptes.size() == 1 ? seul(acceptes.get(0)) : Optional.<TypeDeReponse>empty();
        return seul.or(() -> negocie(echange.parsedHeaders().accept()));
    }

    /** The type of a header Accept that names one of ours and nothing else, as nearly all do; empty: it has to be read. */
    static Optional<TypeDeReponse> seul(String entete) {
        if (entete.equals("*/*")) {
            return Optional.of(JSON);
        }
        if (entete.equals(JSON.type)) {
            return Optional.of(JSON);
        }
        return entete.equals(GRAPHQL.type) ? Optional.of(GRAPHQL) : Optional.empty();
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
        return negocie(echange).orElse(JSON);
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
