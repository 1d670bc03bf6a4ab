package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.ChampsDemandes;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Root fields on quarantined rows: which there are and why, and reading them again. None shows what a row says. */
@ApplicationScoped
@Unremovable
public class QuarantaineEnGraphql {

    private static final String ADMINISTRATEUR = "administrateur";

    private static final Supplier<ArgumentInvalide> SANS_QUARANTAINE =
            () -> new ArgumentInvalide("connecteur", "ce connecteur ne met rien en quarantaine");

    private final Conduite conduite;
    private final Pool pool;
    private final Pseudonymes pseudonymes;
    private final InscriptionDeRejeu inscription;
    private final QuarantaineStore quarantaine = new QuarantaineStore();

    QuarantaineEnGraphql(Conduite conduite, Pool pool, Pseudonymes pseudonymes, InscriptionDeRejeu inscription) {
        this.conduite = conduite;
        this.pool = pool;
        this.pseudonymes = pseudonymes;
        this.inscription = inscription;
    }

    /**
     * The rows of a connector that could not be identified, newest first.
     *
     * @throws ArgumentInvalide when there is no such connector, it has no rows, or {@code first} is not 0 to 200
     * @throws CurseurInvalide when {@code after} is not a cursor of this list
     */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<Connection<LigneEnQuarantaine>> quarantaine(
            @NonNul String connecteur,
            String motif,
            @Defaut("20") Integer first,
            String after,
            Appelant appelant,
            ChampsDemandes champs) {
        return aPart(() -> {
            var vise = connecteur(connecteur);
            if (!vise.metEnAttente()) {
                throw SANS_QUARANTAINE.get();
            }
            var page = PageDeQuarantaine.de(
                    pseudonymes, appelant, vise.source(), Optional.ofNullable(motif), first, after);
            return page.connexion(
                    quarantaine.page(pool, page.source(), page.motif(), page.avant(), page.lignes() + 1),
                    champs.contient("totalCount")
                            ? Optional.of(quarantaine.nombre(pool, page.source(), page.motif()))
                            : Optional.empty());
        });
    }

    /**
     * Reads quarantined rows again by today's rules, once it is in the journal; those that are identified by now are merged and leave. Without ids: all of
     * the connector.
     *
     * @throws ArgumentInvalide when there is no such connector, or it has no rows
     */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<RejeuDeQuarantaine> rejoueQuarantaine(
            @NonNul String connecteur, @Id List<String> ids, Appelant appelant) {
        return aPart(() -> {
            var rejeu = conduite.rejeu(connecteur(connecteur).nom()).orElseThrow(SANS_QUARANTAINE);
            inscription.inscris(appelant);
            return ids == null ? rejeu.rejoueTout() : rejeu.rejoue(internes(appelant, ids));
        });
    }

    /** An id that is not one of this client's is of no row. */
    private List<Long> internes(Appelant appelant, List<String> ids) {
        return ids.stream()
                .flatMapToLong(id -> pseudonymes.interne(appelant.client(), PageDeQuarantaine.TYPE, id).stream())
                .distinct()
                .boxed()
                .toList();
    }

    private ConnecteurPlanifie connecteur(String nom) {
        return conduite.connecteurs().stream()
                .filter(un -> un.nom().equals(nom))
                .findFirst()
                .orElseThrow(() -> new ArgumentInvalide("connecteur", "aucun connecteur de ce nom"));
    }

    /** The stores wait for the database: never on an event loop. */
    private static <T> Uni<T> aPart(Supplier<T> action) {
        return Uni.createFrom().item(action).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
