package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Opens versions of habilitations in the tables. */
final class OuvertureStore {

    private static final String HABILITATION = "insert into habilitation (" + LigneDeRegistre.COLONNES
            + ", origine, empreinte, ouverte_par, ouverte_motif)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'FICHIER', $16, $17, $18)"
            + " returning numero";
    private static final String DROIT =
            "insert into habilitation_droit (habilitation, coordonnee, acces, masque) values ($1, $2, $3, $4)";

    private OuvertureStore() {}

    /** One version, one row per coordinate. */
    static Uni<Void> ouvre(SqlConnection connexion, FichierHabilitations.Entree entree, String qui, String motif) {
        var valeurs = LigneDeRegistre.valeurs(entree.octroi())
                .addString(entree.empreinte())
                .addString(qui)
                .addString(motif);
        return connexion
                .preparedQuery(HABILITATION)
                .execute(valeurs)
                .chain(lignes ->
                        droits(connexion, entree, lignes.iterator().next().getLong(0)));
    }

    private static Uni<Void> droits(SqlConnection connexion, FichierHabilitations.Entree entree, long numero) {
        var droits = entree.octroi().droits().entrySet().stream()
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
