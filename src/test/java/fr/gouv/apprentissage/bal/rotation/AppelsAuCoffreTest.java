package fr.gouv.apprentissage.bal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.coffre.AccesBao;
import fr.gouv.apprentissage.bal.coffre.AvecBao;
import fr.gouv.apprentissage.bal.coffre.PolitiqueDeDocs;
import fr.gouv.apprentissage.bal.coffre.ServeurBao;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireVault;
import fr.gouv.apprentissage.bal.rotation.index.BancDIndex;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rotation asks of a real OpenBao, counted by its own audit, at two sizes of the tables. */
@AvecBao
class AppelsAuCoffreTest {

    private static final int PEU = 300;
    private static final int BEAUCOUP = 3_000;

    @TempDir
    Path dossier;

    private final ServeurBao bao = ServeurBao.partage();

    @Test
    void theCallsOfARotationDoNotGrowWithRows() {
        var peu = rotation(PEU);
        var beaucoup = rotation(BEAUCOUP);

        System.out.printf(
                "Appels à Vault de la rotation d'une classe, preuve signée comprise : %d pour %d valeurs, %d pour %d%n",
                peu, ValeursScellees.valeurs(PEU), beaucoup, ValeursScellees.valeurs(BEAUCOUP));
        assertThat(peu).isPositive();
        assertThat(beaucoup).isEqualTo(peu);
    }

    @Test
    void theCallsOfARotationOfIndexesDoNotGrowWithRows() {
        var peu = rotationDIndex(PEU);
        var beaucoup = rotationDIndex(BEAUCOUP);

        System.out.printf(
                "Appels à Vault de la rotation des index : %d pour %d enregistrements, %d pour %d%n",
                peu, PEU, beaucoup, BEAUCOUP);
        assertThat(peu).isPositive();
        assertThat(beaucoup).isEqualTo(peu);
    }

    private long rotation(int fiches) {
        var pool = BancDeRotation.vide();
        var horloge = new HorlogeReglable(Instant.now());
        var moteur = bao.moteur("essai-rotation-" + fiches);
        var coffre = coffre(moteur);
        var cles = ecris(pool, horloge, coffre, fiches);
        var signataire = new SignataireVault(coffre);
        try (var banc =
                new BancDeRotation(pool, BaseDIngestion.port(), cles, signataire, horloge, ReglagesDeTest.SANS_FREIN)) {
            var avant = bao.demandes(moteur + "/");

            banc.tourne("IDENTITE");
            horloge.avance(VersionsDeCles.PREAVIS);
            banc.vaAuBout();

            assertThat(banc.etat()).isEqualTo("TERMINEE");
            assertThat(banc.sous("IDENTITE", 1)).isZero();
            assertThat(banc.sous("IDENTITE", 2)).isEqualTo(ValeursScellees.valeurs(fiches));
            return bao.demandes(moteur + "/") - avant;
        }
    }

    private long rotationDIndex(int fiches) {
        var pool = BancDeRotation.vide();
        var horloge = new HorlogeReglable(Instant.now());
        var moteur = bao.moteur("essai-index-" + fiches);
        var cles = ecris(pool, horloge, coffre(moteur), fiches);
        // staged rows are merged before indexes turn
        BaseDIngestion.execute("truncate ingestion_ligne");
        indexe(pool, cles, fiches);
        try (var banc = new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge, 1_000)) {
            var avant = bao.demandes(moteur + "/");

            var generation = banc.tourne();
            horloge.avance(VersionsDeCles.PREAVIS);
            cles.relis();
            banc.vaAuBout();

            assertThat(banc.etat()).isEqualTo("TERMINEE");
            assertThat(BaseDIngestion.texte("select count(*) from index_aveugle where generation = " + generation))
                    .isEqualTo(Integer.toString(fiches));
            return bao.demandes(moteur + "/") - avant;
        }
    }

    private static ScellementDeTest ecris(Pool pool, HorlogeReglable horloge, Coffre coffre, int fiches) {
        var cles = ScellementDeTest.auCoffre(pool, horloge, coffre);
        new ValeursScellees(pool, cles).ecris(fiches);
        return cles;
    }

    /** Each by its address, as it was first found. */
    private static void indexe(Pool pool, ScellementDeTest cles, int fiches) {
        var genre = GenreIndex.COURRIEL;
        var index = cles.index();
        pool.preparedQuery("insert into index_aveugle (genre, generation, empreinte, enregistrement)"
                        + " select $1, 1, * from unnest($2::bytea[], $3::bigint[])")
                .executeAndAwait(Tuple.of(
                        genre.numero(),
                        LongStream.rangeClosed(1, fiches)
                                .mapToObj(id -> index.empreinte(
                                        genre, List.of(Sealed.recu(new Courriel("personne" + id + "@exemple.fr")))))
                                .map(Buffer::buffer)
                                .toArray(Buffer[]::new),
                        LongStream.rangeClosed(1, fiches).boxed().toArray(Long[]::new)));
    }

    private Coffre coffre(String moteur) {
        var jeton = bao.jeton(moteur, PolitiqueDeDocs.duProcessus(moteur), Duration.ofHours(1));
        return new Coffre(AccesBao.parJeton(bao.adresse(), jeton), moteur, Duration.ofSeconds(10));
    }
}
