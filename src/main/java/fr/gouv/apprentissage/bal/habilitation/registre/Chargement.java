package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.fichier.Faute;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierRefuse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Loads a file into the tables. Of two files the higher version holds; what did not change keeps its row, so that {@code *} stays what it was on the day it
 * was granted. Replicas that start together wait for one another on an advisory lock: the first loads, the others find it done.
 */
final class Chargement {

    private static final String QUI = "fichier";
    private static final String REVOQUEE = "révoquée";
    private static final String CLIENTS_FERMES = "update client_habilite set fermee_le = now(), fermee_par = $3,"
            + " fermee_motif = $4 where fermee_le is null and (origine = 'FICHIER' and id <> all ($1) or id = any ($2))";
    private static final String HABILITATIONS_FERMEES = "update habilitation set fermee_le = now(), fermee_par = $3,"
            + " fermee_motif = $4 where fermee_le is null and ouverte_le is not null"
            + " and (origine = 'FICHIER' and id <> all ($1) or id = any ($2))"
            + " and id not in (select id from habilitation_revoquee)";

    private final Pool pool;
    private final boolean memeVersion;
    private final boolean fichierTient;

    /**
     * @param memeVersion whether the same version with another content is taken
     * @param fichierTient whether the file wins over tables that were seeded before
     */
    Chargement(Pool pool, boolean memeVersion, boolean fichierTient) {
        this.pool = pool;
        this.memeVersion = memeVersion;
        this.fichierTient = fichierTient;
    }

    /** What came of a loading. */
    enum Issue {
        /** The tables hold, whatever the file says: they were seeded before. */
        TABLES_TENUES,
        /** The tables say what the file says. */
        CHARGE,
        /** They said so before. */
        INCHANGE,
        /** They come from a file of a higher version, and hold. */
        PLUS_ANCIEN
    }

    /** Fails with {@link FichierRefuse} when the version stands in the tables with another content. */
    Uni<Issue> charge(FichierHabilitations fichier) {
        return pool.withTransaction(connexion -> connexion
                .query("select pg_advisory_xact_lock(hashtext('bal.habilitation.chargement'))")
                .execute()
                .chain(() -> connexion
                        .query("select version, empreinte from habilitation_fichier order by version desc limit 1")
                        .execute())
                .chain(lignes -> compare(
                        connexion,
                        fichier,
                        StreamSupport.stream(lignes.spliterator(), false).findFirst())));
    }

    private Uni<Issue> compare(SqlConnection connexion, FichierHabilitations fichier, Optional<Row> tenu) {
        if (tenu.isPresent() && !fichierTient) {
            return Uni.createFrom().item(Issue.TABLES_TENUES);
        }
        if (tenu.isEmpty() || tenu.get().getLong("version") < fichier.version()) {
            return applique(connexion, fichier);
        }
        if (tenu.get().getLong("version") > fichier.version()) {
            return Uni.createFrom().item(Issue.PLUS_ANCIEN);
        }
        if (tenu.get().getString("empreinte").equals(fichier.empreinte())) {
            return Uni.createFrom().item(Issue.INCHANGE);
        }
        if (memeVersion) {
            return applique(connexion, fichier);
        }
        return Uni.createFrom()
                .failure(new FichierRefuse(List.of(new Faute(
                        1,
                        "la version " + fichier.version()
                                + " a déjà été chargée avec un autre contenu : augmentez « version »"))));
    }

    private Uni<Issue> applique(SqlConnection connexion, FichierHabilitations fichier) {
        var motif = "version " + fichier.version();
        return connexion
                .preparedQuery("insert into habilitation_fichier (version, empreinte) values ($1, $2)"
                        + " on conflict (version) do update set empreinte = excluded.empreinte, charge_le = now()")
                .execute(Tuple.of(fichier.version(), fichier.empreinte()))
                .chain(() -> clients(connexion, fichier.clients(), motif))
                .chain(() -> habilitations(connexion, fichier.entrees(), motif))
                .chain(() -> RegistreStore.avance(connexion))
                .replaceWith(Issue.CHARGE);
    }

    private static Uni<Void> clients(SqlConnection connexion, List<ClientHabilite> clients, String motif) {
        return connexion
                .query("select id, nom, finalite from client_habilite where fermee_le is null")
                .execute()
                .chain(lignes -> {
                    var ouverts = StreamSupport.stream(lignes.spliterator(), false)
                            .map(LigneDeRegistre::client)
                            .collect(Collectors.toMap(ClientHabilite::id, Function.identity()));
                    var changes = clients.stream()
                            .filter(client -> !client.equals(ouverts.get(client.id())))
                            .toList();
                    return ferme(
                                    connexion,
                                    CLIENTS_FERMES,
                                    clients.stream().map(ClientHabilite::id),
                                    changes.stream().map(ClientHabilite::id),
                                    motif)
                            .chain(() -> ouvreClients(connexion, changes, motif));
                });
    }

    private static Uni<Void> ouvreClients(SqlConnection connexion, List<ClientHabilite> clients, String motif) {
        if (clients.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connexion
                .preparedQuery("insert into client_habilite (id, nom, finalite, ouverte_par, ouverte_motif)"
                        + " values ($1, $2, $3, $4, $5)")
                .executeBatch(clients.stream()
                        .map(client -> Tuple.of(
                                client.id(), client.nom(), client.finalite().orElse(null), QUI, motif))
                        .toList())
                .replaceWithVoid();
    }

    /** A revoked habilitation stays as it was when it was revoked: the file neither closes nor opens it. */
    private static Uni<Void> habilitations(
            SqlConnection connexion, List<FichierHabilitations.Entree> entrees, String motif) {
        return connexion
                .query(
                        "select id, empreinte from habilitation where fermee_le is null and ouverte_le is not null and origine = 'FICHIER'"
                                + " union all select id, null from habilitation_revoquee")
                .execute()
                .chain(lignes -> {
                    var empreintes = new HashMap<String, String>();
                    lignes.forEach(ligne -> empreintes.merge(
                            ligne.getString("id"),
                            Objects.requireNonNullElse(ligne.getString("empreinte"), REVOQUEE),
                            (une, autre) -> REVOQUEE));
                    var changees = entrees.stream()
                            .filter(entree -> change(
                                    entree, empreintes.get(entree.octroi().id())))
                            .toList();
                    return ferme(
                                    connexion,
                                    HABILITATIONS_FERMEES,
                                    entrees.stream()
                                            .map(entree -> entree.octroi().id()),
                                    changees.stream()
                                            .map(entree -> entree.octroi().id()),
                                    motif)
                            .chain(() -> ouvre(connexion, changees, motif));
                });
    }

    private static boolean change(FichierHabilitations.Entree entree, String connue) {
        return !REVOQUEE.equals(connue) && !entree.empreinte().equals(connue);
    }

    /** Closes what the file changed, whoever opened it, and what of the file's own it no longer lists. */
    private static Uni<Void> ferme(
            SqlConnection connexion, String sql, Stream<String> listees, Stream<String> changees, String motif) {
        return connexion
                .preparedQuery(sql)
                .execute(Tuple.of(listees.toArray(String[]::new), changees.toArray(String[]::new), QUI, motif))
                .replaceWithVoid();
    }

    private static Uni<Void> ouvre(SqlConnection connexion, List<FichierHabilitations.Entree> entrees, String motif) {
        Uni<Void> suite = Uni.createFrom().voidItem();
        for (var entree : entrees) {
            suite = suite.chain(() -> OuvertureStore.ouvre(connexion, entree, QUI, motif));
        }
        return suite;
    }
}
