package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.LignesDeTable;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Table {@code contrat} as it is written: in bulk, within the caller's transaction. */
public final class ContratStore {

    /** Columns that hold what a source states. */
    public static final List<Colonne> COLONNES = Colonne.de(Contrat.class);

    /** Serialises the stamping of {@code modifie_le}, so that its order is that of the commits. */
    private static final long VERROU_D_ESTAMPILLE = 0x42414c_455354L;

    private static final List<LignesDeTable.Colonne> VUE = List.of(
            new LignesDeTable.Colonne("id", "bigint"),
            new LignesDeTable.Colonne("etat_du", "timestamptz"),
            new LignesDeTable.Colonne("premiere_vue", "timestamptz"),
            new LignesDeTable.Colonne("derniere_vue", "timestamptz"),
            new LignesDeTable.Colonne("jour_lba", "date"),
            new LignesDeTable.Colonne("jour_tba", "date"));

    private final LignesDeTable contrats = new LignesDeTable("contrat", "id", colonnes());
    private final LignesDeTable nouveaux = new LignesDeTable("contrat", "id", colonnesDeNouveau());
    private final LignesDeTable vues = new LignesDeTable("contrat", "id", VUE);

    /** The rows of these records, by record: keys, dates of sight, and the stated columns. */
    public Map<Long, Map<String, Cellule>> charge(SqlConnection connexion, Collection<Long> ids) {
        return contrats.charge(connexion, ids);
    }

    /** Adds rows, their territories ({@link TerritoireStore#COLONNES}) and {@code modifie_le} ({@link #estampille}) included. */
    public void ajoute(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        nouveaux.ajoute(connexion, lignes);
    }

    /** Replaces rows, but for their territories. */
    public void remplace(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        contrats.remplace(connexion, lignes);
    }

    /** Moves the dates of sight alone, of records that say the same as before. */
    public void revoit(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        vues.remplace(connexion, lignes);
    }

    /** Writes down what changed. */
    public void note(SqlConnection connexion, OffsetDateTime le, List<ChangementEcrit> changements) {
        if (changements.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery(
                        "insert into changement (enregistrement, champ, le, avant, apres, avant_clair, apres_clair)"
                                + " select u.enregistrement, u.champ, $1, u.avant, u.apres, u.avant_clair, u.apres_clair"
                                + " from unnest($2::bigint[], $3::text[], $4::bytea[], $5::bytea[], $6::text[], $7::text[])"
                                + " as u(enregistrement, champ, avant, apres, avant_clair, apres_clair)")
                .executeAndAwait(Tuple.tuple()
                        .addValue(le)
                        .addValue(changements.stream()
                                .map(ChangementEcrit::enregistrement)
                                .toArray(Long[]::new))
                        .addValue(changements.stream()
                                .map(changement -> changement.champ().toString())
                                .toArray(String[]::new))
                        .addValue(changements.stream()
                                .map(changement -> tampon(changement.avant().scelle()))
                                .toArray(Buffer[]::new))
                        .addValue(changements.stream()
                                .map(changement -> tampon(changement.apres().scelle()))
                                .toArray(Buffer[]::new))
                        .addValue(changements.stream()
                                .map(changement -> changement.avant().clair())
                                .toArray(String[]::new))
                        .addValue(changements.stream()
                                .map(changement -> changement.apres().clair())
                                .toArray(String[]::new)));
    }

    /**
     * The stamp that all that this transaction changes goes under. Whoever stamps next waits for its end, so who polls by {@code modifie_le} never
     * sees a later stamp before an earlier one. Asked for before the first row is written: a row that were stamped afterwards would be written
     * twice, with every index that it has; and who held rows while waiting here could be waited for.
     */
    public static OffsetDateTime estampille(SqlConnection connexion) {
        connexion.preparedQuery("select pg_advisory_xact_lock($1)").executeAndAwait(Tuple.of(VERROU_D_ESTAMPILLE));
        return connexion
                .query("select clock_timestamp()")
                .executeAndAwait()
                .iterator()
                .next()
                .getOffsetDateTime(0);
    }

    private static List<LignesDeTable.Colonne> colonnesDeNouveau() {
        var colonnes = new ArrayList<>(colonnes());
        TerritoireStore.COLONNES.forEach(nom -> colonnes.add(new LignesDeTable.Colonne(nom, "text")));
        return colonnes;
    }

    private static List<LignesDeTable.Colonne> colonnes() {
        var colonnes = new ArrayList<>(VUE);
        colonnes.add(new LignesDeTable.Colonne("source", "text"));
        colonnes.add(new LignesDeTable.Colonne("modifie_le", "timestamptz"));
        COLONNES.forEach(colonne -> colonnes.add(new LignesDeTable.Colonne(colonne.nom(), colonne.typeSql())));
        return colonnes;
    }

    private static Buffer tampon(byte[] octets) {
        return octets == null ? null : Buffer.buffer(octets);
    }
}
