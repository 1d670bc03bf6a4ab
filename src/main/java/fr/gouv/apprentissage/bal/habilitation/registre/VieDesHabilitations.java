package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.DemandeDOctroi;
import fr.gouv.apprentissage.bal.habilitation.HabilitationInput;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.OctroiRefuse;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Grants and revokes. Nothing is overwritten: a change closes a version and opens another, with who, when and why. With the double agreement one person
 * proposes and another accepts; one is enough to revoke.
 */
@Singleton
public class VieDesHabilitations {

    private final Pool pool;
    private final Catalogue catalogue;
    private final RegistreCourant registre;
    private final RegistreStore store;
    private final boolean doubleAccord;

    VieDesHabilitations(Pool pool, Catalogue catalogue, RegistreCourant registre, HabilitationsConfig config) {
        this.pool = pool;
        this.catalogue = catalogue;
        this.registre = registre;
        this.store = new RegistreStore(pool, catalogue);
        this.doubleAccord = config.doubleAccord();
    }

    /** A version, and whether it waits for another person. */
    record Version(Octroi octroi, boolean proposee) {}

    /**
     * Grants, or proposes to.
     *
     * @param remplace id of the habilitation that gets a new version; empty: a new one
     * @throws ArgumentInvalide when what is asked for cannot be granted
     * @throws OctroiRefuse when this caller may not grant it
     */
    Uni<Version> accorde(HabilitationInput demande, Optional<String> remplace, String motif, Appelant qui) {
        return change((connexion, courant) -> {
            pasPourSoi(demande.client(), qui);
            var par = personne(qui);
            var tenante = remplace.map(id -> vivante(courant, "id", id));
            return id(connexion, demande, remplace).chain(id -> {
                var octroi = new DemandeDOctroi(courant, catalogue).octroi(demande, id, tenante, par);
                return doubleAccord
                        ? OuvertureStore.propose(connexion, octroi, par, motif).replaceWith(new Version(octroi, true))
                        : OuvertureStore.accorde(connexion, octroi, par, motif)
                                .chain(() -> RegistreStore.avance(connexion))
                                .replaceWith(new Version(octroi, false));
            });
        });
    }

    /**
     * Opens what another person proposed, as it was proposed.
     *
     * @throws ArgumentInvalide when nothing is proposed under this id
     * @throws OctroiRefuse when this caller may not accept it
     */
    Uni<Octroi> accepte(String id, String motif, Appelant qui) {
        return change((connexion, courant) -> store.proposition(connexion, id).chain(trouvee -> {
            var proposition = trouvee.orElseThrow(
                    () -> new ArgumentInvalide("id", "id : aucune habilitation n'est proposée sous cet identifiant"));
            pasPourSoi(proposition.octroi().client(), qui);
            var par = personne(qui);
            if (par.equals(proposition.par())) {
                throw new OctroiRefuse("Une autre personne que celle qui propose doit accepter.");
            }
            DemandeDOctroi.verifieAvec(courant, proposition.octroi());
            return OuvertureStore.accepte(connexion, id, par, motif)
                    .chain(() -> RegistreStore.avance(connexion))
                    .replaceWith(proposition.octroi());
        }));
    }

    /**
     * Revokes for ever; again, it changes nothing. A proposal is dropped so too.
     *
     * @throws ArgumentInvalide when there is no such habilitation
     */
    Uni<Octroi> revoque(String id, String motif, Appelant qui) {
        return change((connexion, courant) -> store.proposition(connexion, id).chain(proposition -> {
            var octroi = courant.octrois().stream()
                    .filter(un -> un.id().equals(id))
                    .findFirst()
                    .or(() -> proposition.map(RegistreStore.Proposition::octroi))
                    .orElseThrow(() -> inconnue("id"));
            return RegistreStore.revoque(connexion, id, motif, qui.agent().orElse(qui.client()))
                    .replaceWith(octroi.motifRevocation().isPresent() ? octroi : octroi.revoque(motif));
        }));
    }

    /** What waits for a second person. */
    Uni<List<RegistreStore.Proposition>> propositions() {
        return pool.withConnection(store::propositions);
    }

    /** Changes are made one after the other, each on the register as the one before left it. */
    private <T> Uni<T> change(BiFunction<SqlConnection, Registre, Uni<T>> action) {
        return pool.withTransaction(connexion -> connexion
                        .query("select pg_advisory_xact_lock(hashtext('bal.habilitation.chargement'))")
                        .execute()
                        .chain(() -> store.registre(connexion))
                        .chain(courant -> action.apply(connexion, courant)))
                .call(() -> registre.relis());
    }

    private Uni<String> id(SqlConnection connexion, HabilitationInput demande, Optional<String> remplace) {
        return remplace.isPresent()
                ? Uni.createFrom().item(remplace.get())
                : store.idLibre(
                        connexion,
                        demande.client() + "-" + demande.finalite() + "-"
                                + demande.du().getYear());
    }

    private static Octroi vivante(Registre courant, String argument, String id) {
        return courant.octrois().stream()
                .filter(octroi -> octroi.id().equals(id))
                .filter(octroi -> octroi.motifRevocation().isEmpty())
                .findFirst()
                .orElseThrow(() -> inconnue(argument));
    }

    private static ArgumentInvalide inconnue(String argument) {
        return new ArgumentInvalide(argument, argument + " : aucune habilitation de cet identifiant");
    }

    private static void pasPourSoi(String client, Appelant qui) {
        if (client.equals(qui.client())) {
            throw new OctroiRefuse("Un client n'accorde pas d'habilitation à lui-même.");
        }
    }

    /** Who grants. Where two persons are needed, the token must name one, and show that it is one: two accounts of services are nobody. */
    private String personne(Appelant qui) {
        if (doubleAccord && qui.agent().isEmpty()) {
            throw new OctroiRefuse("Deux personnes sont nécessaires : le jeton doit nommer la sienne (sub).");
        }
        if (doubleAccord && !qui.personne()) {
            throw new OctroiRefuse(
                    "Deux personnes sont nécessaires : rien dans ce jeton ne montre que son sub en est une"
                            + " (bal.jetons.preuves-de-personne).");
        }
        return qui.agent().orElse(qui.client());
    }
}
