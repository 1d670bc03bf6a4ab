package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Issue 4, shown by 2: two processes on one database. After the answer to a revocation on one, no answer of the other rests on it; here the
 * other hears nothing and compares nothing by itself, so that it can learn of it only from the database it answers by.
 */
class DeuxProcessusIT {

    private static final int CONNEXIONS = 32;
    private static final String LIGNES = "{ contrats(first: 5) { nodes { dateDebut alternant { sexe } } } }";
    private static final String NOMBRE = "{ contrats(first: 0) { totalCount } }";
    private static final String AUCUNE =
            "{ contrats(first: 5, filtre: { debutDu: \"2090-01-01\" }) { nodes { dateDebut } } }";

    private static final String SUSPENDU = "deux-suspendu";
    private static final Map<String, String> ACCORDEES = new HashMap<>();

    private static Demonstration premiere;
    private static Replique seconde;
    private static Appel administration;
    private static Appel sourde;

    @BeforeAll
    static void demarre() throws Exception {
        premiere = Demonstration.partagee();
        administration = premiere.appel();
        for (var document : List.of(LIGNES, NOMBRE, AUCUNE)) {
            ACCORDEES.put(document, accorde(client(document)));
        }
        accorde(SUSPENDU);
        seconde = Replique.de(premiere, "-Dbal.habilitations.releve=1h");
        sourde = new Appel(seconde.racine());
        rendsSourde();
    }

    @AfterAll
    static void arrete() {
        seconde.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {LIGNES, NOMBRE, AUCUNE})
    void afterTheAnswerToARevocationNoAnswerOfTheOtherRestsOnIt(String document) throws Exception {
        // Given: 32 connections that read on the process that hears nothing
        var client = client(document);
        var id = ACCORDEES.get(document);
        assertThat(lis(client, document).codes()).isEmpty();
        var reponses = new ConcurrentLinkedQueue<Lue>();
        var fini = new AtomicBoolean();
        var lecteurs = lis(client, document, reponses, fini);
        attends(reponses, 200);

        // When
        var revoquee = administre(
                "mutation($id: ID!) { revoqueHabilitation(id: $id, motif: \"essai\") { etat } }", Map.of("id", id));
        long repondue = System.nanoTime();
        assertThat(revoquee.codes()).isEmpty();
        attends(reponses, reponses.size() + 400);
        fini.set(true);
        for (var lecteur : lecteurs) {
            lecteur.get();
        }

        // Then
        var apres = reponses.stream().filter(lue -> lue.envoyee() > repondue).toList();
        assertThat(apres).hasSizeGreaterThan(200).allSatisfy(DeuxProcessusIT::neReposeSurRien);
        assertThat(reponses).allSatisfy(lue -> assertThat(lue.reponse().statut())
                .as("aucune panne : %s", lue.reponse().corps())
                .isLessThan(500));
        assertThat(nombre("select count(*) from journal.entree where habilitations @> array['" + id
                        + "'] and revision >= (select revision from habilitation_revision)"))
                .as("aucune entrée n'est acceptée pour la version révoquée")
                .isZero();
    }

    @Test
    void aSuspensionHoldsOnTheOtherThoughItHeardNothing() throws Exception {
        assertThat(lis(SUSPENDU, LIGNES).codes()).isEmpty();

        administre(
                "mutation($c: String!) { suspendClient(id: $c, motif: \"essai\") { suspendu } }",
                Map.of("c", SUSPENDU));

        neReposeSurRien(new Lue(0, lis(SUSPENDU, LIGNES)));
        assertThat(lis(SUSPENDU, LIGNES).codes()).containsExactly("CLIENT_SUSPENDU");
    }

    @Test
    void whatIsGrantedOnOneIsReadOnTheOtherThatListens() throws Exception {
        var client = "deux-accorde";
        try (var autre = Replique.de(premiere, "-Dbal.habilitations.releve=1h")) {
            var appel = new Appel(autre.racine());
            var id = accorde(client);
            long fin = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!appel.poste(corps("{ moi { habilitations { id } } }"), entetes(client))
                    .corps()
                    .contains(id)) {
                assertThat(System.nanoTime()).as("la notification arrive").isLessThan(fin);
                Thread.sleep(20);
            }
        }
    }

    /** An answer, and when its request left. */
    private record Lue(long envoyee, Reponse reponse) {}

    private static void neReposeSurRien(Lue lue) {
        var racine = lue.reponse().donnees().path("contrats");
        assertThat(racine.path("nodes")).as(lue.reponse().corps()).isEmpty();
        assertThat(racine.path("totalCount").isNumber()).isFalse();
        assertThat(lue.reponse().codes()).isNotEmpty();
    }

    private static List<Future<?>> lis(
            String client, String document, ConcurrentLinkedQueue<Lue> reponses, AtomicBoolean fini) {
        var fils = Executors.newFixedThreadPool(CONNEXIONS);
        var lecteurs = new ArrayList<Future<?>>();
        for (int n = 0; n < CONNEXIONS; n++) {
            lecteurs.add(fils.submit(() -> {
                while (!fini.get()) {
                    long envoyee = System.nanoTime();
                    reponses.add(new Lue(envoyee, lis(client, document)));
                }
            }));
        }
        fils.shutdown();
        return lecteurs;
    }

    private static void attends(ConcurrentLinkedQueue<Lue> reponses, int combien) throws InterruptedException {
        long fin = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (reponses.size() < combien) {
            assertThat(System.nanoTime()).as("des réponses viennent").isLessThan(fin);
            Thread.sleep(5);
        }
    }

    private static String client(String document) {
        return "deux-" + Integer.toHexString(document.hashCode());
    }

    /** It loses the connection on which it is told of changes, and takes another only an hour later. */
    private static void rendsSourde() throws SQLException, IOException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
    }

    private static String accorde(String client) {
        administre(
                "mutation($c: String!) { creeClient(id: $c, nom: \"Essai\", finaliteParDefaut: \"essai\","
                        + " motif: \"essai\") { id } }",
                Map.of("c", client));
        var champs = List.of(
                Map.of("coordonnee", "Contrat.alternant", "acces", List.of("LIRE")),
                Map.of("coordonnee", "Contrat.dateDebut", "acces", List.of("LIRE", "FILTRER")),
                Map.of("coordonnee", "ContratConnection.totalCount", "acces", List.of("LIRE")),
                Map.of("coordonnee", "Personne.sexe", "acces", List.of("LIRE")));
        return administre(
                        "mutation($h: HabilitationInput!) { accordeHabilitation(habilitation: $h) { id } }",
                        Map.of(
                                "h",
                                Map.of(
                                        "client",
                                        client,
                                        "finalite",
                                        "essai",
                                        "baseLegale",
                                        "essai",
                                        "du",
                                        "2020-01-01",
                                        "au",
                                        "2090-01-01",
                                        "perimetre",
                                        Map.of(),
                                        "champs",
                                        champs)))
                .donnees()
                .at("/accordeHabilitation/id")
                .asText();
    }

    private static Reponse administre(String document, Map<String, ?> variables) {
        return administration.demande("administration", document, variables);
    }

    /** On the process that hears nothing, by a token of the first. */
    private static Reponse lis(String client, String document) {
        return sourde.poste(corps(document), entetes(client));
    }

    private static Map<String, String> entetes(String client) {
        return Map.of("Authorization", "Bearer " + administration.jeton(client));
    }

    private static String corps(String document) {
        return "{\"query\":\"" + document.replace("\"", "\\\"") + "\"}";
    }

    private static void execute(String sql) throws SQLException, IOException {
        try (var connexion = premiere.superutilisateur();
                var ordre = connexion.createStatement()) {
            ordre.execute(sql);
        }
    }

    private static long nombre(String sql) throws SQLException, IOException {
        try (var connexion = premiere.superutilisateur();
                var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getLong(1);
        }
    }
}
