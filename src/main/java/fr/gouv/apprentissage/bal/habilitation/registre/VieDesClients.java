package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.DemandeDOctroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lists clients, suspends all or one class of what they may read, and resumes. */
@Singleton
public class VieDesClients {

    private static final String CREATION =
            "insert into client_habilite (id, nom, finalite, origine, ouverte_par, ouverte_motif)"
                    + " values ($1, $2, $3, 'MUTATION', $4, $5)";
    private static final String SUSPENSION =
            "insert into client_suspension (client, classe, suspendue_par, suspendue_motif)"
                    + " values ($1, $2, $3, $4) on conflict do nothing";
    private static final String REPRISE =
            "update client_suspension set reprise_le = now(), reprise_par = $3, reprise_motif = $4"
                    + " where client = $1 and classe is not distinct from $2::text and reprise_le is null";
    private static final int NOM_MAX = 200;

    private final Pool pool;
    private final RegistreCourant registre;
    private final RegistreStore store;

    VieDesClients(Pool pool, Catalogue catalogue, RegistreCourant registre) {
        this.pool = pool;
        this.registre = registre;
        this.store = new RegistreStore(pool, catalogue);
    }

    /** @throws ArgumentInvalide when the id is taken, or a text has not its shape */
    Uni<Void> cree(String id, String nom, Optional<String> finalite, String motif, Appelant qui) {
        forme("id", id);
        finalite.ifPresent(une -> forme("finaliteParDefaut", une));
        if (nom.isBlank() || nom.length() > NOM_MAX) {
            throw new ArgumentInvalide("nom", "nom : de un à " + NOM_MAX + " caractères");
        }
        return change((connexion, courant) -> {
            if (courant.clients().containsKey(id)) {
                throw new ArgumentInvalide("id", "id : ce client est déjà au registre");
            }
            return connexion
                    .preparedQuery(CREATION)
                    .execute(Tuple.of(id, nom.strip(), finalite.orElse(null), par(qui), motif))
                    .replaceWith(true);
        });
    }

    /** Suspends; what is suspended already stays so. */
    Uni<Void> suspend(String id, Optional<Classe> classe, String motif, Appelant qui) {
        return change((connexion, courant) -> {
            connu(courant, id);
            return connexion
                    .preparedQuery(SUSPENSION)
                    .execute(Tuple.of(id, classe.map(Enum::name).orElse(null), par(qui), motif))
                    .map(lignes -> lignes.rowCount() > 0);
        });
    }

    /** Resumes what was suspended by the same words; what was not stays as it is. */
    Uni<Void> reprends(String id, Optional<Classe> classe, String motif, Appelant qui) {
        return change((connexion, courant) -> {
            connu(courant, id);
            if (id.equals(qui.client())) {
                throw new ArgumentInvalide("id", "id : un client ne reprend pas pour lui-même");
            }
            return connexion
                    .preparedQuery(REPRISE)
                    .execute(Tuple.of(id, classe.map(Enum::name).orElse(null), par(qui), motif))
                    .map(lignes -> lignes.rowCount() > 0);
        });
    }

    /** The action says whether it changed anything. */
    private Uni<Void> change(BiFunction<SqlConnection, Registre, Uni<Boolean>> action) {
        return pool.withTransaction(connexion -> connexion
                        .query("select pg_advisory_xact_lock(hashtext('bal.habilitation.chargement'))")
                        .execute()
                        .chain(() -> store.registre(connexion))
                        .chain(courant -> action.apply(connexion, courant))
                        .chain(change -> change
                                ? RegistreStore.avance(connexion)
                                : Uni.createFrom().voidItem()))
                .chain(() -> registre.relis())
                .replaceWithVoid();
    }

    private static ClientHabilite connu(Registre courant, String id) {
        return Optional.ofNullable(courant.clients().get(id))
                .orElseThrow(() -> new ArgumentInvalide("id", "id : ce client n'est pas au registre"));
    }

    private static void forme(String argument, String texte) {
        if (!DemandeDOctroi.NOM.matcher(texte).matches()) {
            throw new ArgumentInvalide(argument, argument + " : lettres, chiffres, points et tirets, au plus cent");
        }
    }

    private static String par(Appelant qui) {
        return qui.agent().orElse(qui.client());
    }
}
