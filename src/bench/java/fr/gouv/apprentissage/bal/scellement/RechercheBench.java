package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What it costs to find a record by a blind index, beside the same look-up in clear: one statement by the primary key in either case, over as many
 * rows, from one connection; folding and hashing included. Elapsed time; the two take turns, the median of the rounds' ratios counts.
 */
class RechercheBench {

    private static final int LIGNES = 200_000;
    private static final int PAR_TOUR = 500;
    private static final int TOURS = 61;
    private static final int INE = GenreIndex.INE.numero();

    @Test
    void recherche() throws IOException, SQLException {
        var index = ScellementDeTest.ouvert().index();
        try (var serveur = EmbeddedPostgres.builder().start();
                var connexion = serveur.getPostgresDatabase().getConnection()) {
            var ines = ines();
            remplis(connexion, index, ines);
            try (var aveugle = connexion.prepareStatement(
                            "select enregistrement from index_aveugle where genre = ? and generation = ? and empreinte = ?");
                    var clair = connexion.prepareStatement(
                            "select enregistrement from index_clair where genre = ? and generation = ? and valeur = ?")) {
                mesure(index, ines, aveugle, clair);
            }
        }
    }

    private static void mesure(
            IndexAveugles index, List<String> ines, PreparedStatement aveugle, PreparedStatement clair)
            throws SQLException {
        var hasard = new Random(1);
        var rapports = new double[TOURS];
        var temps = new double[2][TOURS];
        for (int tour = 0; tour < TOURS; tour++) {
            var cherches = hasard.ints(PAR_TOUR, 0, LIGNES).mapToObj(ines::get).toList();
            var debut = System.nanoTime();
            for (var ine : cherches) {
                clair.setString(3, Partie.INE.plie(ine, Regles.CONNUES.get(Pliage.VERSION)));
                trouve(clair, 1);
            }
            temps[0][tour] = (System.nanoTime() - debut) / (double) PAR_TOUR;
            debut = System.nanoTime();
            for (var ine : cherches) {
                var generation = index.empreintes(GenreIndex.INE, List.of(Sealed.recu(ine)))
                        .get(0);
                aveugle.setBytes(3, generation.empreinte());
                trouve(aveugle, generation.numero());
            }
            temps[1][tour] = (System.nanoTime() - debut) / (double) PAR_TOUR;
            rapports[tour] = temps[0][tour] / temps[1][tour];
        }
        System.out.printf(
                "Java %s, %d lignes : en clair %.0f µs, par index aveugle %.0f µs, × %.2f%n",
                Runtime.version(), LIGNES, mediane(temps[0]) / 1000, mediane(temps[1]) / 1000, mediane(rapports));
    }

    private static void trouve(PreparedStatement ordre, int generation) throws SQLException {
        ordre.setInt(1, INE);
        ordre.setInt(2, generation);
        try (var lignes = ordre.executeQuery()) {
            if (!lignes.next()) {
                throw new IllegalStateException("la recherche ne trouve pas ce qui est là");
            }
        }
    }

    private static List<String> ines() {
        var hasard = new Random(7);
        return IntStream.range(0, LIGNES)
                .mapToObj(rang -> "%010d%c".formatted(hasard.nextInt(1_000_000_000), (char) ('A' + rang % 26)))
                .toList();
    }

    private static void remplis(Connection connexion, IndexAveugles index, List<String> ines) throws SQLException {
        try (var ordre = connexion.createStatement()) {
            ordre.execute("create table index_aveugle (genre smallint, generation smallint, empreinte bytea,"
                    + " enregistrement bigint, primary key (genre, generation, empreinte, enregistrement))");
            ordre.execute("create table index_clair (genre smallint, generation smallint, valeur text,"
                    + " enregistrement bigint, primary key (genre, generation, valeur, enregistrement))");
        }
        connexion.setAutoCommit(false);
        try (var aveugle = connexion.prepareStatement("insert into index_aveugle values (?, ?, ?, ?)");
                var clair = connexion.prepareStatement("insert into index_clair values (?, ?, ?, ?)")) {
            for (int rang = 0; rang < ines.size(); rang++) {
                var generation = index.empreintes(GenreIndex.INE, List.of(Sealed.recu(ines.get(rang))))
                        .get(0);
                aveugle.setBytes(3, generation.empreinte());
                clair.setString(3, ines.get(rang));
                for (var ordre : List.of(aveugle, clair)) {
                    ordre.setInt(1, INE);
                    ordre.setInt(2, generation.numero());
                    ordre.setLong(4, rang);
                    ordre.addBatch();
                }
            }
            aveugle.executeBatch();
            clair.executeBatch();
        }
        connexion.commit();
        connexion.setAutoCommit(true);
        try (var ordre = connexion.createStatement()) {
            ordre.execute("vacuum analyze");
        }
    }

    // The first half warms up.
    private static double mediane(double[] tours) {
        var triees = Arrays.copyOfRange(tours, TOURS / 2, TOURS);
        Arrays.sort(triees);
        return triees[triees.length / 2];
    }
}
