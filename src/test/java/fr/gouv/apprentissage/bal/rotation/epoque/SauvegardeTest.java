package fr.gouv.apprentissage.bal.rotation.epoque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques;
import fr.gouv.apprentissage.bal.scellement.ProcessusDEpoques.IdentiteDeTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a backup from before an erasure opens, in each epoch that follows: a copy of the data directory of a stopped server, restored beside the
 * keys as the holder has them by then. Kept epochs open, the erased record too; a destroyed one opens nothing.
 */
@AvecBao
class SauvegardeTest {

    private static final Delais SANS_ATTENTE = new Delais(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final int NOMBRE = 40;
    private static final long EFFACE = 7;

    @TempDir
    Path dossier;

    @Test
    void aBackupOpensAsLongAsItsEpochIsKept_withTheFileOfKeys() throws Exception {
        verifie(pool -> ProcessusDEpoques.surFichier(pool, dossier.resolve("cles")));
    }

    @Test
    void aBackupOpensAsLongAsItsEpochIsKept_withVault() throws Exception {
        var bao = ServeurBao.partage();
        var moteur = bao.moteur("sauvegarde");
        var service = AccesBao.parJeton(
                bao.adresse(), bao.jeton("sauvegarde-sert", PolitiqueDeDocs.duProcessus(moteur), Duration.ofHours(1)));
        var identite = IdentiteDeTest.jeton(
                bao.jeton("sauvegarde-epoques", PolitiqueDeDocs.desEpoques(moteur), Duration.ofHours(1)));

        verifie(pool -> ProcessusDEpoques.surVault(pool, service, moteur, identite));
    }

    private void verifie(Function<Pool, ProcessusDEpoques> processus) throws Exception {
        var ouverts = new TreeMap<String, Integer>();

        // Given a backup of the first epoch, and an erasure after it
        var vivante = dossier.resolve("vivante");
        dans(vivante, true, base -> {
            remplis(base, processus.apply(base.pool()));
            return 0;
        });
        copie(vivante, dossier.resolve("sauvegarde-1"));
        dans(vivante, false, base -> {
            base.execute("delete from secret where enregistrement = " + EFFACE);
            base.execute("delete from identite where enregistrement = " + EFFACE);
            return 0;
        });
        ouverts.put("époque 1, sauvegarde 1", restaure("sauvegarde-1", processus));

        // When three epochs follow
        for (int epoque = 2; epoque <= 4; epoque++) {
            dans(vivante, false, base -> tourne(base, processus.apply(base.pool())));
            if (epoque == 2) {
                copie(vivante, dossier.resolve("sauvegarde-2"));
            }
            ouverts.put("époque " + epoque + ", sauvegarde 1", restaure("sauvegarde-1", processus));
        }
        ouverts.put("époque 4, sauvegarde 2", restaure("sauvegarde-2", processus));
        ouverts.put("époque 4, base vivante", dans(vivante, false, base -> ouvre(base, processus.apply(base.pool()))));

        // Then
        System.out.println("Valeurs ouvertes : " + ouverts);
        assertThat(ouverts)
                .containsEntry("époque 1, sauvegarde 1", NOMBRE)
                .containsEntry("époque 2, sauvegarde 1", NOMBRE)
                .containsEntry("époque 3, sauvegarde 1", NOMBRE)
                .containsEntry("époque 4, sauvegarde 1", 0)
                .containsEntry("époque 4, sauvegarde 2", NOMBRE - 1)
                .containsEntry("époque 4, base vivante", NOMBRE - 1);
    }

    private static void remplis(BaseDEpoques base, ProcessusDEpoques processus) {
        var valeurs = base.ajoute(processus, LongStream.rangeClosed(1, NOMBRE));
        for (int i = 0; i < NOMBRE; i++) {
            base.pool()
                    .preparedQuery("insert into identite (enregistrement, personne, source, etat_du, nom)"
                            + " values ($1, $1, 'DECA', now(), $2)")
                    .executeAndAwait(Tuple.of(i + 1L, Buffer.buffer(valeurs.get(i))));
        }
    }

    private static int tourne(BaseDEpoques base, ProcessusDEpoques processus) {
        var tour = new TourDEpoque(
                base.pool(),
                processus.epoques(),
                processus.scellement(),
                ConfigDEpoques.SUR_DEMANDE,
                SANS_ATTENTE,
                () -> true,
                nombre -> {});
        tour.annonce();
        tour.passe();
        tour.passe();
        return base.etats().size();
    }

    /** How many values open, of those that are there. */
    private static int ouvre(BaseDEpoques base, ProcessusDEpoques processus) {
        var ouverts = 0;
        for (var ligne : base.lignes("select i.enregistrement, i.nom, s.epoque, s.enveloppe from identite i"
                + " join lateral (select epoque, enveloppe from secret where enregistrement = i.enregistrement"
                + " order by epoque desc limit 1) s on true")) {
            try {
                var cle = processus
                        .scellement()
                        .cle(
                                ligne.getLong(0),
                                ligne.getInteger(2),
                                ligne.getBuffer(3).getBytes());
                assertThat(processus.ouvre(cle, ligne.getBuffer(1).getBytes())).isEqualTo("valeur " + ligne.getLong(0));
                ouverts++;
            } catch (ClesIndisponibles fermee) {
                continue;
            }
        }
        return ouverts;
    }

    private int restaure(String sauvegarde, Function<Pool, ProcessusDEpoques> processus) throws Exception {
        var copie = dossier.resolve("restauree-" + System.nanoTime());
        copie(dossier.resolve(sauvegarde), copie);
        return dans(copie, false, base -> ouvre(base, processus.apply(base.pool())));
    }

    private static int dans(Path donnees, boolean nouvelle, Function<BaseDEpoques, Integer> action) throws IOException {
        try (var serveur = EmbeddedPostgres.builder()
                .setDataDirectory(donnees)
                .setCleanDataDirectory(false)
                .start()) {
            if (nouvelle) {
                BaseDEpoques.migre(serveur, "bal");
            }
            try (var base = new BaseDEpoques(serveur.getPort(), "bal")) {
                return action.apply(base);
            }
        }
    }

    private static void copie(Path de, Path vers) throws IOException {
        try (var fichiers = Files.walk(de)) {
            for (var fichier : fichiers.toList()) {
                var cible = vers.resolve(de.relativize(fichier).toString());
                if (Files.isDirectory(fichier)) {
                    Files.createDirectories(cible);
                    Files.setPosixFilePermissions(cible, Files.getPosixFilePermissions(fichier));
                } else {
                    Files.copy(fichier, cible, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
