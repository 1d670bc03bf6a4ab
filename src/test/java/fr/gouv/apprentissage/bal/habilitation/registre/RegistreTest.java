package fr.gouv.apprentissage.bal.habilitation.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.BaseDeTest;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierRefuse;
import fr.gouv.apprentissage.bal.habilitation.fichier.Lecteur;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistreTest {

    private static EmbeddedPostgres serveur;

    private BaseDeTest base;
    private Pool pool;

    @BeforeAll
    static void demarre() {
        serveur = BaseDeTest.serveur();
    }

    @AfterAll
    static void arrete() throws IOException {
        serveur.close();
    }

    @BeforeEach
    void ouvre() {
        base = BaseDeTest.neuve(serveur);
        pool = base.pool();
    }

    @AfterEach
    void ferme() {
        attends(pool.close());
        base.close();
    }

    @Test
    void whatTheFileSaysIsWhatTheTablesSay() {
        var fichier = fichier(1, "[\"53\"]", "h1", "h2");

        assertThat(charge(fichier)).isEqualTo(Chargement.Issue.CHARGE);

        var registre = lis();
        assertThat(registre.revision()).isEqualTo(1);
        assertThat(registre.clients().values()).containsExactlyInAnyOrderElementsOf(fichier.clients());
        assertThat(registre.octrois())
                .isEqualTo(fichier.entrees().stream()
                        .map(FichierHabilitations.Entree::octroi)
                        .toList());
    }

    @Test
    void anEmptyListAndAnAbsentKeyStayApart() {
        charge(fichier(1, "[]", "h1"));

        var perimetre = lis().octrois().get(0).perimetre();

        assertThat(perimetre.regions()).isEmpty();
        assertThat(perimetre.sources()).isNull();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        charge(fichier(1, "[]", "h1"));

        assertThat(charge(fichier(1, "[]", "h1"))).isEqualTo(Chargement.Issue.INCHANGE);
        assertThat(lis().revision()).isEqualTo(1);
    }

    @Test
    void theSameVersionWithAnotherContentIsRefused() {
        charge(fichier(1, "[]", "h1"));

        assertThatThrownBy(() -> charge(fichier(1, "[]", "h2")))
                .isInstanceOf(FichierRefuse.class)
                .hasMessageContaining("la version 1 a déjà été chargée avec un autre contenu");
        assertThat(lis().octrois()).extracting(Octroi::id).containsExactly("h1");
    }

    @Test
    void inDevelopmentTheSameVersionWithAnotherContentIsTaken() {
        charge(fichier(1, "[]", "h1"));

        var issue = attends(new Chargement(pool, true, true).charge(fichier(1, "[]", "h2")));

        assertThat(issue).isEqualTo(Chargement.Issue.CHARGE);
        assertThat(lis().octrois()).extracting(Octroi::id).containsExactly("h2");
    }

    @Test
    void ofTwoFilesTheHigherVersionHolds() {
        charge(fichier(2, "[]", "h2"));

        assertThat(charge(fichier(1, "[]", "h1"))).isEqualTo(Chargement.Issue.PLUS_ANCIEN);
        assertThat(lis().octrois()).extracting(Octroi::id).containsExactly("h2");
        assertThat(charge(fichier(3, "[]", "h3"))).isEqualTo(Chargement.Issue.CHARGE);
        assertThat(lis().octrois()).extracting(Octroi::id).containsExactly("h3");
        assertThat(lis().revision()).isEqualTo(2);
    }

    @Test
    void aChangeClosesOneVersionAndOpensAnother() {
        charge(fichier(1, "[\"53\"]", "h1", "h2"));
        charge(fichier(2, "[\"75\"]", "h1"));

        assertThat(base.nombre("select count(*) from habilitation where id = 'h1' and fermee_le is not null"
                        + " and fermee_motif = 'version 2' and fermee_par = 'fichier' and regions = '{53}'"))
                .isEqualTo(1);
        assertThat(base.nombre("select count(*) from habilitation where id = 'h2' and fermee_le is not null"))
                .isEqualTo(1);
        assertThat(lis().octrois().get(0).perimetre().regions()).containsExactly("75");
    }

    @Test
    void whatDidNotChangeKeepsItsRow() {
        charge(fichier(1, "[\"53\"]", "h1"));
        charge(fichier(2, "[\"53\"]", "h1", "h2"));

        assertThat(base.nombre("select count(*) from habilitation where id = 'h1'"))
                .isEqualTo(1);
        assertThat(base.nombre("select count(*) from client_habilite")).isEqualTo(2);
    }

    @Test
    void aStarStaysWhatItWasOnTheDayItWasGranted() {
        var champs = new TreeMap<>(Catalogues.REEL.champs());
        champs.remove(Coordonnee.lis("Contrat.statut"));
        var hier = new Catalogue(champs);
        charge(Lecteur.lis(texte(1, "[]", "h1"), hier));

        charge(fichier(2, "[]", "h1", "h2"));

        var parId = lis().octrois();
        assertThat(parId.get(0).droits()).doesNotContainKey(Coordonnee.lis("Contrat.statut"));
        assertThat(parId.get(1).droits()).containsKey(Coordonnee.lis("Contrat.statut"));
    }

    @Test
    void aClientThatIsNoLongerListedGoesWithItsHabilitations() {
        charge(fichier(1, "[]", "h1"));
        charge(Lecteur.lis("version: 2\n".getBytes(StandardCharsets.UTF_8), Catalogues.REEL));

        assertThat(lis().clients()).isEmpty();
        assertThat(lis().octrois()).isEmpty();
    }

    @Test
    void aRevokedIdNeverComesBack() {
        charge(fichier(1, "[\"53\"]", "h1", "h2"));
        assertThat(attends(revoque("h1", "fin de convention", "dgefp"))).isTrue();

        charge(fichier(2, "[\"75\"]", "h1", "h2"));

        var registre = lis();
        assertThat(registre.octrois().get(0).motifRevocation()).contains("fin de convention");
        assertThat(registre.octrois().get(0).perimetre().regions()).containsExactly("53");
        assertThat(registre.octrois().get(1).motifRevocation()).isEmpty();
        charge(fichier(3, "[\"75\"]", "h2"));
        assertThat(lis().octrois()).extracting(Octroi::id).containsExactly("h1", "h2");
    }

    @Test
    void aRevocationMovesTheRevisionOnce() {
        charge(fichier(1, "[]", "h1"));

        assertThat(attends(revoque("h1", "fin", "dgefp"))).isTrue();
        assertThat(attends(revoque("h1", "encore", "dgefp"))).isFalse();

        assertThat(lis().revision()).isEqualTo(2);
        assertThat(lis().octrois().get(0).motifRevocation()).contains("fin");
    }

    @Test
    void replicasThatStartTogetherLoadOnce() {
        var fichier = fichier(1, "[]", "h1", "h2", "h3");

        var issues = IntStream.range(0, 8)
                .mapToObj(n -> new Chargement(pool, false, true).charge(fichier).subscribeAsCompletionStage())
                .toList()
                .stream()
                .map(java.util.concurrent.CompletableFuture::join)
                .toList();

        assertThat(issues).filteredOn(Chargement.Issue.CHARGE::equals).hasSize(1);
        assertThat(issues).filteredOn(Chargement.Issue.INCHANGE::equals).hasSize(7);
        assertThat(base.nombre("select count(*) from habilitation")).isEqualTo(3);
    }

    @Test
    void theRevisionDoesNotMoveWhileTheJournalHoldsIt() throws Exception {
        charge(fichier(1, "[]", "h1"));
        try (var journal = base.connexion();
                var ordre = journal.createStatement()) {
            journal.setAutoCommit(false);
            ordre.execute("select pg_advisory_xact_lock_shared(hashtext('bal.habilitation.revision'))");

            var revocation = revoque("h1", "fin", "dgefp").subscribeAsCompletionStage();
            Thread.sleep(300);

            assertThat(revocation).isNotDone();
            assertThat(lis().revision()).isEqualTo(1);
            journal.commit();
            assertThat(revocation.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(lis().revision()).isEqualTo(2);
        }
    }

    @Test
    void theCopyIsFreshAfterItIsReadAgain() {
        charge(fichier(1, "[]", "h1"));
        var registre = new RegistreEnMemoire(new RegistreStore(pool, Catalogues.REEL));
        assertThatThrownBy(registre::courant).isInstanceOf(IllegalStateException.class);
        attends(registre.relis());
        var avant = registre.courant();
        attends(revoque("h1", "fin", "dgefp"));

        var apres = attends(registre.relis());

        assertThat(avant.revision()).isEqualTo(1);
        assertThat(apres.revision()).isEqualTo(2);
        assertThat(registre.courant()).isSameAs(apres);
        assertThat(attends(registre.relis())).isSameAs(apres);
    }

    @Test
    void aRestoredDatabaseOfALowerRevisionIsFollowed() {
        charge(fichier(5, "[]", "h1"));
        attends(revoque("h1", "fin", "dgefp"));
        var registre = new RegistreEnMemoire(new RegistreStore(pool, Catalogues.REEL));
        attends(registre.relis());
        base.execute("delete from habilitation_revoquee; update habilitation_revision set revision = 1");

        attends(registre.relis());

        assertThat(registre.courant().revision()).isEqualTo(1);
        assertThat(registre.courant().octrois().get(0).motifRevocation()).isEqualTo(Optional.empty());
    }

    @Test
    void otherProcessesHearOfAChange() throws Exception {
        charge(fichier(1, "[]", "h1"));
        var entendu = new CountDownLatch(1);
        var ecoute = new Ecoute(pool, entendu::countDown);
        attends(ecoute.veille());

        attends(revoque("h1", "fin", "dgefp"));

        assertThat(entendu.await(10, TimeUnit.SECONDS)).isTrue();
        attends(ecoute.ferme());
    }

    @Test
    void listeningStartsAgainAfterTheConnectionWasLost() throws Exception {
        charge(fichier(1, "[]", "h1"));
        var entendu = new CountDownLatch(1);
        var ecoute = new Ecoute(pool, entendu::countDown);
        attends(ecoute.veille());
        base.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'");

        for (int essai = 0; essai < 50 && base.nombre(ECOUTES) == 0; essai++) {
            Thread.sleep(100);
            attends(ecoute.veille());
        }
        attends(revoque("h1", "fin", "dgefp"));

        assertThat(entendu.await(10, TimeUnit.SECONDS)).isTrue();
        attends(ecoute.ferme());
    }

    private static final String ECOUTES =
            "select count(*) from pg_stat_activity where query like 'listen%' and datname = current_database()";

    private Chargement.Issue charge(FichierHabilitations fichier) {
        return attends(new Chargement(pool, false, true).charge(fichier));
    }

    private Uni<Boolean> revoque(String id, String motif, String par) {
        return pool.withTransaction(connexion -> RegistreStore.revoque(connexion, id, motif, par));
    }

    private Registre lis() {
        return attends(new RegistreStore(pool, Catalogues.REEL).lis());
    }

    private static <T> T attends(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private static FichierHabilitations fichier(int version, String regions, String... ids) {
        return Lecteur.lis(texte(version, regions, ids), Catalogues.REEL);
    }

    private static byte[] texte(int version, String regions, String... ids) {
        var texte = new StringBuilder("version: " + version + "\nclients:\n  - { id: lba, nom: La bonne alternance }\n"
                + "  - { id: tdb, nom: Tableau de bord, finalite: effectifs }\nhabilitations:\n");
        for (var id : ids) {
            texte.append("  - { id: ")
                    .append(id)
                    .append(", client: lba, finalite: rdv, baseLegale: art. 6.1.e, accordeePar: DGEFP, du: 2026-01-01,"
                            + " au: 2026-12-31, perimetre: { regions: ")
                    .append(regions)
                    .append(" }, champs: { \"Contrat.*\": [LIRE, FILTRER],"
                            + " Personne.nom: { acces: [LIRE], masque: INITIALE } } }\n");
        }
        return texte.toString().getBytes(StandardCharsets.UTF_8);
    }
}
