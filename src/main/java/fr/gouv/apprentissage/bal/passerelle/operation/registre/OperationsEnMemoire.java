package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** This process's copy of the registered documents: never blocks. Bounded by what may be registered. */
@Singleton
public class OperationsEnMemoire {
    private final AtomicReference<Map<String, Map<String, DocumentEnregistre>>> parClient =
            new AtomicReference<>(Map.of());

    OperationsEnMemoire() {}

    /** The document of this client and no other's. */
    public Optional<DocumentEnregistre> trouve(String client, String empreinte) {
        return Optional.ofNullable(siens(client).get(empreinte));
    }

    /** Whether anything is registered for this client. */
    public boolean aucune(String client) {
        return siens(client).isEmpty();
    }

    /** All of this client's, by name. */
    List<DocumentEnregistre> de(String client) {
        return siens(client).values().stream()
                .sorted(Comparator.comparing(DocumentEnregistre::nom).thenComparing(DocumentEnregistre::empreinte))
                .toList();
    }

    void remplace(List<DocumentEnregistre> documents) {
        parClient.set(documents.stream()
                .collect(Collectors.groupingBy(
                        DocumentEnregistre::client,
                        Collectors.toUnmodifiableMap(DocumentEnregistre::empreinte, document -> document))));
    }

    private Map<String, DocumentEnregistre> siens(String client) {
        return parClient.get().getOrDefault(client, Map.of());
    }
}
