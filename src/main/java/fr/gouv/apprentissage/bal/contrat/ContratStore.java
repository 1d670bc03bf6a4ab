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

    // Milliseconds by which a stamp is ahead: for the transaction, and for each of its rows.
    private static final long AVANCE = 2_000;
    private static final long PAR_LIGNE = 4;

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
     * The stamp that all that this transaction changes goes under: a moment by which it should have ended, later than every stamp before. So who
     * polls by {@code modifie_le} from the moment of his last question misses nothing, and a row is written once, not once more with its stamp and
     * every index that it has. {@link #confirme} holds it to that. Asked for before the first row is written: whoever stamps next waits for the
     * end of this transaction, and must hold no row meanwhile.
     *
     * @param lignes about how many rows are to be read or written
     */
    public static OffsetDateTime estampille(SqlConnection connexion, long lignes) {
        connexion.preparedQuery("select pg_advisory_xact_lock($1)").executeAndAwait(Tuple.of(VERROU_D_ESTAMPILLE));
        return connexion
                .preparedQuery("select greatest(clock_timestamp() + $1 * interval '1 millisecond',"
                        + " (select max(modifie_le) + interval '1 microsecond' from contrat))")
                .executeAndAwait(Tuple.of(AVANCE + PAR_LIGNE * lignes))
                .iterator()
                .next()
                .getOffsetDateTime(0);
    }

    /** The last thing before the commit: where the moment of the stamp has passed, what carries it gets another. */
    public static void confirme(SqlConnection connexion, OffsetDateTime estampille) {
        var passee = connexion
                .preparedQuery("select clock_timestamp() > $1")
                .executeAndAwait(Tuple.of(estampille))
                .iterator()
                .next()
                .getBoolean(0);
        if (passee) {
            connexion
                    .preparedQuery(
                            "update contrat set modifie_le = (select clock_timestamp() + (clock_timestamp() - now())"
                                    + " + $2 * interval '1 millisecond') where modifie_le = $1")
                    .executeAndAwait(Tuple.of(estampille, AVANCE));
        }
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
