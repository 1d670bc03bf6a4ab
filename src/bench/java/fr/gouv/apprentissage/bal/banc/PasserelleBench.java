package fr.gouv.apprentissage.bal.banc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.embarque.AvecBaseEmbarquee;
import fr.gouv.apprentissage.bal.embarque.JetonsDeTest;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * CPU of the server for a request of 20 contracts, 10 fields of which 5 sealed in two classes, journal on: ours beside a route written by hand
 * ({@link RouteALaMain}) and SmallRye as it comes ({@link RouteSmallRye}); token, rights, statements, opening and journal entry are the same. The
 * client is another process, and so is PostgreSQL (durable); what counts is the {@link Cpu} of this whole process. The variants take
 * turns, and the median round counts.
 */
@QuarkusTest
@AvecBaseEmbarquee
class PasserelleBench {

    private static final String CLIENT = "tdb";
    private static final int CONTRATS = 2_000;
    private static final int CONNEXIONS = 32;
    private static final int CHAUFFE = 6;
    private static final int TOURS = Integer.getInteger("bal.banc.tours", 9);
    private static final int REQUETES = Integer.getInteger("bal.banc.requetes", 2_000);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Scellement scellement;

    @Inject
    RegistreCourant registre;

    @Inject
    GraphQLSchema schema;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock horloge;

    private final String jeton = JetonsDeTest.pour(CLIENT);

    @Test
    void passerelle() throws Exception {
        try (var base = base("bal_proprietaire");
                var journal = base("bal_lecteur_journal");
                var generateur = new Generateur(RestAssured.port, CONNEXIONS)) {
            new Donnees(base, scellement).remplis(CONTRATS);
            leMemeSql();
            laMemeReponse(journal);
            mesure(generateur, CHAUFFE);
            var avant = entrees(journal);
            var mesures = mesure(generateur, TOURS);
            assertThat(entrees(journal) - avant)
                    .as("une entrée au journal par requête")
                    .isEqualTo((long) Variante.values().length * TOURS * REQUETES);
            affiche(mesures);
            Parts.pendant(() -> generateur.envoie(TOURS * REQUETES, Variante.NOUS.requete(jeton)))
                    .affiche();
        }
    }

    private Mesures mesure(Generateur generateur, int tours) {
        var mesures = new Mesures();
        for (int i = 0; i < tours; i++) {
            mesures.tour(generateur, jeton, REQUETES);
        }
        return mesures;
    }

    private static void affiche(Mesures mesures) {
        System.out.printf(
                Locale.ROOT,
                "banc passerelle: nous %.0f µs, à la main %.0f µs (%.2f), SmallRye %.0f µs (%.2f)%n",
                mesures.mediane(Variante.NOUS),
                mesures.mediane(Variante.A_LA_MAIN),
                mesures.rapport(Variante.A_LA_MAIN),
                mesures.mediane(Variante.SMALLRYE),
                mesures.rapport(Variante.SMALLRYE));
        System.out.printf(
                "  CPU du serveur par requête, médiane de %d tours de %d requêtes, %d connexions, Java %s ; à la main :"
                        + " GET Vert.x ; SmallRye : moteur d'origine, sans instrumentation de profondeur ni de complexité%n",
                TOURS, REQUETES, CONNEXIONS, Runtime.version());
    }

    private void leMemeSql() {
        var courant = registre.courant();
        var decision = Decision.de(courant, CLIENT, Finalites.parDefaut(courant, CLIENT), LocalDate.now(horloge));
        assertThat(PlanServi.sql(schema, catalogue, decision, Variante.NOUS.document()))
                .as("le SQL du plan a changé : le recopier dans Sql, et relire les colonnes")
                .containsExactly(Sql.CONTRATS, Sql.PERSONNES);
    }

    private void laMemeReponse(Connection journal) throws IOException, SQLException {
        var donnees = new HashSet<String>();
        var inscrites = new HashSet<String>();
        for (var variante : Variante.values()) {
            var avant = entrees(journal);
            donnees.add(donnees(variante));
            assertThat(entrees(journal)).as(variante.nom()).isEqualTo(avant + 1);
            inscrites.add(derniere(journal));
        }
        assertThat(donnees).as("les mêmes données").hasSize(1);
        assertThat(inscrites).as("la même entrée au journal").hasSize(1);
        assertThat(donnees.iterator().next()).contains("@").contains("\"hasNextPage\":true");
    }

    /** The data, in the order of the answer; two cursors never are the same. */
    private String donnees(Variante variante) throws IOException {
        try (var connexion = new Connexion(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port))) {
            var corps = connexion.demande(variante.requete(jeton).getBytes(StandardCharsets.UTF_8));
            var reponse = JSON.readTree(corps);
            assertThat(reponse.has("errors")).as(variante.nom()).isFalse();
            assertThat(reponse.at("/data/contrats/nodes")).hasSize(20);
            return reponse.get("data").toString().replaceFirst("\"endCursor\":\"[^\"]{40,}\"", "\"endCursor\":0");
        }
    }

    private static String derniere(Connection journal) throws SQLException {
        return texte(
                journal,
                "select (client, agent, finalite, habilitations, operation, coordonnees, recherches, revision,"
                        + " array(select s from unnest(sujets) s order by s))::text from journal.entree order by le desc, id desc limit 1");
    }

    private static long entrees(Connection journal) throws SQLException {
        return Long.parseLong(texte(journal, "select count(*)::text from journal.entree"));
    }

    private static String texte(Connection connexion, String sql) throws SQLException {
        try (var ordre = connexion.createStatement();
                var lignes = ordre.executeQuery(sql)) {
            lignes.next();
            return lignes.getString(1);
        }
    }

    private static Connection base(String role) throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class), role, "");
    }
}
