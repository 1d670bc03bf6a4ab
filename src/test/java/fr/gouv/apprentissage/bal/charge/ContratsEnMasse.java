package fr.gouv.apprentissage.bal.charge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills {@code contrat}, and {@code identite} if asked, by COPY: a million rows in well under a minute. Sealed columns hold random bytes of
 * the right length, which open for nobody. Indexes are taken down while it runs and made again, then the tables are analysed.
 */
public final class ContratsEnMasse {

    private static final int LOT = 5_000;

    private final Connection proprietaire;

    /** @param proprietaire connection of the role that owns the tables, in auto-commit */
    public ContratsEnMasse(Connection proprietaire) {
        this.proprietaire = proprietaire;
    }

    /**
     * Adds rows after those that are there; the same seed gives the same rows.
     *
     * @param nombre how many contracts
     * @param avecIdentites whether each has its row in {@code identite}, one person in three with two contracts
     * @return id of the first; the others follow without a gap
     */
    public long charge(long graine, int nombre, boolean avecIdentites) throws SQLException, IOException {
        long premier = reserve(nombre);
        execute("set maintenance_work_mem = '256MB'");
        var lignes = new LignesDeContrat(graine, premier);
        copie("contrat", LignesDeContrat.COLONNES, premier, nombre, lignes::contrat);
        if (avecIdentites) {
            copie("identite", LignesDeContrat.COLONNES_IDENTITE, premier, nombre, lignes::identite);
        }
        return premier;
    }

    private interface Ligne {
        String de(long id);
    }

    private long reserve(int nombre) throws SQLException {
        try (var requete = proprietaire.prepareStatement(
                "select setval('enregistrement_seq', nextval('enregistrement_seq') + ?) - ?")) {
            requete.setLong(1, nombre);
            requete.setLong(2, nombre);
            try (var reponse = requete.executeQuery()) {
                reponse.next();
                return reponse.getLong(1);
            }
        }
    }

    private void copie(String table, String colonnes, long premier, int nombre, Ligne ligne)
            throws SQLException, IOException {
        var index = descends(table);
        CopyIn copie = proprietaire
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + colonnes + ") from stdin");
        try {
            var lot = new StringBuilder(LOT * 600);
            for (long id = premier; id < premier + nombre; id++) {
                lot.append(ligne.de(id)).append('\n');
                if (lot.length() > LOT * 500 || id == premier + nombre - 1) {
                    var octets = lot.toString().getBytes(StandardCharsets.UTF_8);
                    copie.writeToCopy(octets, 0, octets.length);
                    lot.setLength(0);
                }
            }
            copie.endCopy();
        } finally {
            if (copie.isActive()) {
                copie.cancelCopy();
            }
            for (var definition : index) {
                execute(definition);
            }
        }
        execute("analyze " + table);
    }

    /** Takes down what no constraint needs; gives the statements that bring it back. */
    private List<String> descends(String table) throws SQLException {
        var definitions = new ArrayList<String>();
        var noms = new ArrayList<String>();
        try (var requete = proprietaire.prepareStatement(
                "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
                        + " where indrelid = ?::regclass and not indisunique")) {
            requete.setString(1, table);
            try (var reponse = requete.executeQuery()) {
                while (reponse.next()) {
                    noms.add(reponse.getString(1));
                    definitions.add(reponse.getString(2));
                }
            }
        }
        for (var nom : noms) {
            execute("drop index " + nom);
        }
        return definitions;
    }

    private void execute(String sql) throws SQLException {
        try (var ordre = proprietaire.createStatement()) {
            ordre.execute(sql);
        }
    }
}
