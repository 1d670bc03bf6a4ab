package fr.gouv.apprentissage.bal.habilitation.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.BaseDeTest;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.DroitSurChampInput;
import fr.gouv.apprentissage.bal.habilitation.HabilitationInput;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import fr.gouv.apprentissage.bal.habilitation.OctroiRefuse;
import fr.gouv.apprentissage.bal.habilitation.PerimetreInput;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VieDesHabilitationsTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);
    private static final Appelant UNE = administrateur("une");
    private static final Appelant AUTRE = administrateur("autre");

    private static EmbeddedPostgres serveur;

    private BaseDeTest base;
    private Pool pool;
    private RegistreEnMemoire registre;
    private VieDesClients clients;

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
        registre = new RegistreEnMemoire(new RegistreStore(pool, Catalogues.REEL));
        clients = new VieDesClients(pool, Catalogues.REEL, registre);
        attends(clients.cree("lba", "La bonne alternance", Optional.of("rdv"), "convention", UNE));
    }

    @AfterEach
    void ferme() {
        attends(pool.close());
        base.close();
    }

    @Test
    void whatIsGrantedHoldsAtOnceAndSaysWhoAndWhy() {
        var accordee = attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "convention", UNE));

        assertThat(accordee.proposee()).isFalse();
        assertThat(accordee.octroi().id()).isEqualTo("lba-rdv-2026");
        assertThat(accordee.octroi().accordeePar()).isEqualTo("une");
        assertThat(lit("Personne.nom")).isTrue();
        assertThat(base.nombre("select count(*) from habilitation where ouverte_par = 'une'"
                        + " and ouverte_motif = 'convention' and base_legale = 'art. 6.1.e RGPD'"))
                .isEqualTo(1);
    }

    @Test
    void aSecondGrantHasAnIdOfItsOwn() {
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        var seconde = attends(seule().accorde(demande(lire("Personne.sexe")), Optional.empty(), "deux", UNE));

        assertThat(seconde.octroi().id()).isEqualTo("lba-rdv-2026-2");
        assertThat(courant().octrois()).hasSize(2);
    }

    @Test
    void aChangeClosesAVersionAndOpensAnother() {
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        attends(seule().accorde(demande(lire("Personne.sexe")), Optional.of("lba-rdv-2026"), "deux", AUTRE));

        assertThat(lit("Personne.nom")).isFalse();
        assertThat(lit("Personne.sexe")).isTrue();
        assertThat(base.nombre("select count(*) from habilitation where id = 'lba-rdv-2026'"))
                .isEqualTo(2);
        assertThat(base.nombre("select count(*) from habilitation where fermee_par = 'autre'"))
                .isEqualTo(1);
    }

    @Test
    void anotherClientsHabilitationIsNotReplaced() {
        attends(clients.cree("tdb", "Tableau de bord", Optional.empty(), "convention", UNE));
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));
        var ailleurs = demande("tdb", lire("Personne.nom"));

        refusee("id", () -> seule().accorde(ailleurs, Optional.of("lba-rdv-2026"), "deux", UNE));
        assertThat(lit("Personne.nom")).isTrue();
    }

    @Test
    void withTheDoubleAgreementAProposalGrantsNothing() {
        var proposee = attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        assertThat(proposee.proposee()).isTrue();
        assertThat(courant().octrois()).isEmpty();
        assertThat(attends(aDeux().propositions())).singleElement().satisfies(une -> {
            assertThat(une.par()).isEqualTo("une");
            assertThat(une.octroi()).isEqualTo(proposee.octroi());
        });
    }

    @Test
    void anotherPersonAcceptsAProposal() {
        attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        attends(aDeux().accepte("lba-rdv-2026", "vu", AUTRE));

        assertThat(lit("Personne.nom")).isTrue();
        assertThat(attends(aDeux().propositions())).isEmpty();
        assertThat(base.nombre(
                        "select count(*) from habilitation where proposee_par = 'une' and ouverte_par = 'autre'"))
                .isEqualTo(1);
    }

    @Test
    void whoProposesDoesNotAccept() {
        attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        assertThatThrownBy(() -> attends(aDeux().accepte("lba-rdv-2026", "vu", UNE)))
                .isInstanceOf(OctroiRefuse.class);
        assertThat(courant().octrois()).isEmpty();
    }

    @Test
    void aTokenWithoutAPersonProposesNothingWhereTwoAreNeeded() {
        var sansPersonne = new Appelant("administration", Optional.empty(), Optional.empty(), JOUR, Set.of());

        assertThatThrownBy(() ->
                        attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", sansPersonne)))
                .isInstanceOf(OctroiRefuse.class);
    }

    @Test
    void anAccountOfAServiceNeitherProposesNorAcceptsWhereTwoPersonsAreNeeded() {
        var lui = new Appelant(UNE.client(), AUTRE.agent(), UNE.finalite(), JOUR, Set.of(), UNE.perimetre(), false);
        attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        assertThatThrownBy(() -> attends(aDeux().accepte("lba-rdv-2026", "vu", lui)))
                .hasMessageContaining("bal.jetons.preuves-de-personne");
        assertThatThrownBy(() -> attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", lui)))
                .hasMessageContaining("bal.jetons.preuves-de-personne");
    }

    @Test
    void whatIsAcceptedIsHeldToWhatWasGrantedMeanwhile() {
        attends(aDeux().accorde(
                        demande(new DroitSurChampInput("Personne.nom", List.of(Acces.LIRE), Masque.INITIALE)),
                        Optional.empty(),
                        "un",
                        UNE));
        attends(seule().accorde(
                        demande(new DroitSurChampInput("Personne.nom", List.of(Acces.FILTRER), Masque.AUCUN)),
                        Optional.empty(),
                        "deux",
                        AUTRE));

        refusee("id", () -> aDeux().accepte("lba-rdv-2026", "vu", AUTRE));
    }

    @Test
    void aClientGrantsItselfNothing() {
        var lba = new Appelant("lba", Optional.of("une"), Optional.empty(), JOUR, Set.of("administrateur"));

        assertThatThrownBy(() -> attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", lba)))
                .isInstanceOf(OctroiRefuse.class);
        assertThat(courant().octrois()).isEmpty();
    }

    @Test
    void onePersonRevokesForEver() {
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        var revoquee = attends(aDeux().revoque("lba-rdv-2026", "abus", AUTRE));

        assertThat(revoquee.motifRevocation()).contains("abus");
        assertThat(lit("Personne.nom")).isFalse();
        refusee("id", () -> seule().accorde(demande(lire("Personne.nom")), Optional.of("lba-rdv-2026"), "encore", UNE));
        assertThat(attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "neuve", UNE))
                        .octroi()
                        .id())
                .isEqualTo("lba-rdv-2026-2");
    }

    @Test
    void aSecondRevocationChangesNothing() {
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));
        attends(seule().revoque("lba-rdv-2026", "abus", UNE));
        var revision = courant().revision();

        assertThat(attends(seule().revoque("lba-rdv-2026", "autre", AUTRE)).motifRevocation())
                .contains("abus");
        assertThat(courant().revision()).isEqualTo(revision);
    }

    @Test
    void aRevokedProposalCannotBeAccepted() {
        attends(aDeux().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        attends(aDeux().revoque("lba-rdv-2026", "non", AUTRE));

        refusee("id", () -> aDeux().accepte("lba-rdv-2026", "vu", AUTRE));
    }

    @ParameterizedTest
    @CsvSource({
        "Personne.inconnu, LIRE, AUCUN, habilitation.champs[0]",
        "Personne.nom, LIRE, DOMAINE, habilitation.champs[0]",
        "Personne.nom, FILTRER, INITIALE, habilitation.champs[0]"
    })
    void aRightThatCannotBeGrantedIsNamedByItsPlace(String coordonnee, Acces acces, Masque masque, String place) {
        var champ = new DroitSurChampInput(coordonnee, List.of(acces), masque);

        assertThatThrownBy(() -> attends(seule().accorde(demande(champ), Optional.empty(), "un", UNE)))
                .isInstanceOf(ArgumentInvalide.class)
                .hasMessageContaining(place)
                .hasMessageNotContaining(coordonnee);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var fausse = new HabilitationInput(
                "inconnu",
                "pas une finalité",
                " ",
                JOUR,
                JOUR.minusDays(1),
                new PerimetreInput(List.of("Bretagne"), null, null, null, null, null, null, null),
                List.of());

        assertThatThrownBy(() -> attends(seule().accorde(fausse, Optional.empty(), "un", UNE)))
                .isInstanceOf(ArgumentInvalide.class)
                .hasMessageContaining("habilitation.client")
                .hasMessageContaining("habilitation.finalite")
                .hasMessageContaining("habilitation.baseLegale")
                .hasMessageContaining("habilitation.au")
                .hasMessageContaining("habilitation.perimetre.regions")
                .hasMessageContaining("habilitation.champs")
                .hasMessageNotContaining("Bretagne");
    }

    @Test
    void aSuspendedClassIsAsIfItWereNotGrantedUntilItIsResumed() {
        attends(seule().accorde(
                        demande(lire("Personne.nom"), lire("Personne.courriels")), Optional.empty(), "un", UNE));

        attends(clients.suspend("lba", Optional.of(Classe.CONTACT), "fuite", UNE));

        assertThat(lit("Personne.nom")).isTrue();
        assertThat(lit("Personne.courriels")).isFalse();
        assertThat(decision()
                        .verdict(Coordonnee.lis("Personne.courriels"), Acces.LIRE)
                        .motif())
                .contains(Motif.SUSPENDU);
        attends(clients.reprends("lba", Optional.of(Classe.CONTACT), "close", UNE));
        assertThat(lit("Personne.courriels")).isTrue();
        assertThat(base.nombre("select count(*) from client_suspension where suspendue_motif = 'fuite'"
                        + " and reprise_motif = 'close'"))
                .isEqualTo(1);
    }

    @Test
    void aSuspendedClientReadsNothing() {
        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));

        attends(clients.suspend("lba", Optional.empty(), "fuite", UNE));

        assertThat(courant().clients().get("lba").suspension().totale()).isTrue();
        assertThat(lit("Personne.nom")).isFalse();
    }

    @Test
    void eachOfTheseMovesTheRevision() {
        var avant = courant().revision();

        attends(seule().accorde(demande(lire("Personne.nom")), Optional.empty(), "un", UNE));
        attends(clients.suspend("lba", Optional.empty(), "fuite", UNE));
        attends(clients.reprends("lba", Optional.empty(), "close", UNE));
        attends(seule().revoque("lba-rdv-2026", "fin", UNE));

        assertThat(courant().revision()).isEqualTo(avant + 4);
    }

    @Test
    void aClientThatIsListedIsNotListedTwice() {
        refusee("id", () -> clients.cree("lba", "Autre", Optional.empty(), "encore", UNE));
    }

    private static void refusee(String argument, Supplier<Uni<?>> action) {
        assertThatThrownBy(() -> attends(action.get()))
                .isInstanceOf(ArgumentInvalide.class)
                .extracting(refus -> ((ArgumentInvalide) refus).argument())
                .isIn(argument, "habilitation");
    }

    private boolean lit(String coordonnee) {
        return decision().verdict(Coordonnee.lis(coordonnee), Acces.LIRE).autorise();
    }

    private Decision decision() {
        return Decision.de(courant(), "lba", Optional.of("rdv"), JOUR);
    }

    private Registre courant() {
        return registre.courant();
    }

    private VieDesHabilitations seule() {
        return new VieDesHabilitations(pool, Catalogues.REEL, registre, new Accord(false));
    }

    private VieDesHabilitations aDeux() {
        return new VieDesHabilitations(pool, Catalogues.REEL, registre, new Accord(true));
    }

    private static DroitSurChampInput lire(String coordonnee) {
        return new DroitSurChampInput(coordonnee, List.of(Acces.LIRE), Masque.AUCUN);
    }

    private static HabilitationInput demande(DroitSurChampInput... champs) {
        return demande("lba", champs);
    }

    private static HabilitationInput demande(String client, DroitSurChampInput... champs) {
        return new HabilitationInput(
                client,
                "rdv",
                "art. 6.1.e RGPD",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                new PerimetreInput(null, null, null, null, null, null, null, null),
                List.of(champs));
    }

    private static Appelant administrateur(String personne) {
        return new Appelant("administration", Optional.of(personne), Optional.empty(), JOUR, Set.of("administrateur"));
    }

    private static <T> T attends(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private record Accord(boolean doubleAccord) implements HabilitationsConfig {
        @Override
        public Optional<String> fichier() {
            return Optional.empty();
        }

        @Override
        public boolean memeVersion() {
            return false;
        }

        @Override
        public Source source() {
            return Source.FICHIER;
        }

        @Override
        public Duration releve() {
            return Duration.ofSeconds(5);
        }
    }
}
