package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes versions of habilitations: open at once, or proposed and then opened by another person. */
final class OuvertureStore {

    private static final String HABILITATION = "insert into habilitation (" + LigneDeRegistre.COLONNES
            + ", origine, empreinte, proposee_par, ouverte_par, ouverte_motif, ouverte_le)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19::text, $20,"
            + " case when $19::text is not null then now() end)"
            + " returning numero";
    private static final String DROIT =
            "insert into habilitation_droit (habilitation, coordonnee, acces, masque) values ($1, $2, $3, $4)";
    private static final String FERMETURE =
            "update habilitation set fermee_le = now(), fermee_par = $2, fermee_motif = $3 where id = $1 and fermee_le is null";

    private OuvertureStore() {}

    /** A version of the file, open at once. */
    static Uni<Void> ouvre(SqlConnection connexion, FichierHabilitations.Entree entree, String qui, String motif) {
        var valeurs = LigneDeRegistre.valeurs(entree.octroi())
                .addString("FICHIER")
                .addString(entree.empreinte())
                .addString(null)
                .addString(qui)
                .addString(motif);
        return ecris(connexion, entree.octroi(), valeurs);
    }

    /** A version granted by hand, open at once; the one before is closed. */
    static Uni<Void> accorde(SqlConnection connexion, Octroi octroi, String qui, String motif) {
        return ferme(connexion, octroi.id(), "ouverte_le is not null", qui, motif)
                .chain(() -> ecris(connexion, octroi, parMutation(octroi, qui, qui, motif)));
    }

    /** A version that waits for another person; a proposal that waited for this id is closed. */
    static Uni<Void> propose(SqlConnection connexion, Octroi octroi, String qui, String motif) {
        return ferme(connexion, octroi.id(), "ouverte_le is null", qui, motif)
                .chain(() -> ecris(connexion, octroi, parMutation(octroi, qui, null, motif)));
    }

    /** Opens the version that waits; the one before is closed. */
    static Uni<Void> accepte(SqlConnection connexion, String id, String qui, String motif) {
        return ferme(connexion, id, "ouverte_le is not null", qui, motif)
                .chain(() -> connexion
                        .preparedQuery("update habilitation set ouverte_le = now(), ouverte_par = $2"
                                + " where id = $1 and fermee_le is null and ouverte_le is null")
                        .execute(Tuple.of(id, qui)))
                .replaceWithVoid();
    }

    /** Closes the version that waits. */
    static Uni<Void> retire(SqlConnection connexion, String id, String qui, String motif) {
        return ferme(connexion, id, "ouverte_le is null", qui, motif);
    }

    private static Uni<Void> ferme(SqlConnection connexion, String id, String etat, String qui, String motif) {
        return connexion
                .preparedQuery(FERMETURE + " and " + etat)
                .execute(Tuple.of(id, qui, motif))
                .replaceWithVoid();
    }

    private static Tuple parMutation(Octroi octroi, String proposeePar, String ouvertePar, String motif) {
        return LigneDeRegistre.valeurs(octroi)
                .addString("MUTATION")
                .addString(null)
                .addString(proposeePar)
                .addString(ouvertePar)
                .addString(motif);
    }

    private static Uni<Void> ecris(SqlConnection connexion, Octroi octroi, Tuple valeurs) {
        return connexion
                .preparedQuery(HABILITATION)
                .execute(valeurs)
                .chain(lignes ->
                        droits(connexion, octroi, lignes.iterator().next().getLong(0)));
    }

    private static Uni<Void> droits(SqlConnection connexion, Octroi octroi, long numero) {
        var droits = octroi.droits().entrySet().stream()
                .map(droit -> Tuple.of(
                        numero,
                        droit.getKey().toString(),
                        droit.getValue().acces().stream()
                                .sorted()
                                .map(Enum::name)
                                .toArray(String[]::new),
                        droit.getValue().masque().name()))
                .toList();
        if (droits.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connexion.preparedQuery(DROIT).executeBatch(droits).replaceWithVoid();
    }
}
