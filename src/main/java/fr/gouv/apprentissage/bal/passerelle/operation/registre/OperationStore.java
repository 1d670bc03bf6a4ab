package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.passerelle.operation.registre.DocumentEnregistre.Origine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads and writes the registered documents. Each call has a session of its own, on the Vert.x context that it is made on. */
@Singleton
class OperationStore implements PanacheRepositoryBase<LigneDOperation, Long> {
    private static final String VERROU = "select pg_advisory_xact_lock(hashtext('bal.passerelle.operations'))";
    private static final String MANIFESTE = "manifeste";

    private final Clock horloge;

    OperationStore(Clock horloge) {
        this.horloge = horloge;
    }

    /**
     * How much was ever registered and retired: moves with every change, since rows are added and closed and nothing else.
     *
     * @param enregistrees rows
     * @param retirees those of them that are closed
     */
    record Etat(long enregistrees, long retirees) {}

    /** Cheap beside reading it all. */
    Uni<Etat> etat() {
        return Panache.withSession(() ->
                count().chain(toutes -> count("retireeLe is not null").map(retirees -> new Etat(toutes, retirees))));
    }

    /** What is registered now. */
    Uni<List<DocumentEnregistre>> enVigueur() {
        return Panache.withSession(() -> list("retireeLe is null"))
                .map(lignes -> lignes.stream().map(LigneDOperation::lue).toList());
    }

    /**
     * Registers; what is registered already is answered as it is.
     *
     * @throws ArgumentInvalide when the client has as many as it may
     */
    Uni<DocumentEnregistre> enregistre(String client, String nom, String document, String empreinte, String par) {
        var nouveau = new DocumentEnregistre(client, empreinte, nom, document, Origine.MUTATION, maintenant(), par);
        return transaction(() -> active(client, empreinte)
                .chain(trouvee -> trouvee.map(ligne -> Uni.createFrom().item(ligne.lue()))
                        .orElseGet(() -> place(client)
                                .chain(place -> persist(new LigneDOperation(nouveau)))
                                .map(LigneDOperation::lue))));
    }

    private Uni<Long> place(String client) {
        return count("client = ?1 and retireeLe is null", client).invoke(nombre -> {
            if (nombre >= Manifeste.DOCUMENTS_MAX) {
                throw new ArgumentInvalide("document", "document : un client en a au plus " + Manifeste.DOCUMENTS_MAX);
            }
        });
    }

    /** Retires for good: a manifest does not bring it back; empty when it is not registered. */
    Uni<Optional<DocumentEnregistre>> retire(String client, String empreinte, String par) {
        return transaction(() -> active(client, empreinte)
                .map(trouvee -> trouvee.map(ligne -> {
                    ligne.retire(Origine.MUTATION, maintenant(), par);
                    return ligne.lue();
                })));
    }

    /** Makes what comes from the manifest what the manifest says; what was retired by hand stays retired. */
    Uni<Void> charge(List<Manifeste.Entree> manifeste) {
        var voulues = manifeste.stream().collect(Collectors.toMap(OperationStore::cle, Function.identity()));
        return transaction(() -> listAll().chain(lignes -> {
            var connues = new HashSet<String>();
            for (var ligne : lignes) {
                var cle = ligne.client + ' ' + ligne.empreinte;
                if (ligne.retireeLe == null && ligne.origine == Origine.FICHIER && !voulues.containsKey(cle)) {
                    ligne.retire(Origine.FICHIER, maintenant(), MANIFESTE);
                }
                if (ligne.retireeLe == null || ligne.retrait == Origine.MUTATION) {
                    connues.add(cle);
                }
            }
            return ajoute(voulues.values().stream()
                    .filter(entree -> !connues.contains(cle(entree)))
                    .toList());
        }));
    }

    private Uni<Void> ajoute(List<Manifeste.Entree> entrees) {
        return Multi.createFrom()
                .iterable(entrees)
                .onItem()
                .transformToUniAndConcatenate(entree -> persist(new LigneDOperation(new DocumentEnregistre(
                        entree.client(),
                        entree.empreinte(),
                        entree.nom(),
                        entree.document(),
                        Origine.FICHIER,
                        maintenant(),
                        MANIFESTE))))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Optional<LigneDOperation>> active(String client, String empreinte) {
        return find("client = ?1 and empreinte = ?2 and retireeLe is null", client, empreinte)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** One at a time: two replicas that start together would both add. */
    private static <T> Uni<T> transaction(Supplier<Uni<T>> action) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(VERROU).getResultList())
                .chain(verrouille -> action.get()));
    }

    private static String cle(Manifeste.Entree entree) {
        return entree.client() + ' ' + entree.empreinte();
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
