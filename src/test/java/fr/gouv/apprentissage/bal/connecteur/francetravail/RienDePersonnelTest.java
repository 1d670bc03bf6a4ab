package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.fuite.ChercheurDeNoms;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the source does, no address and no name of its offers shows: in a log of any level, a failure, a fact's text, or a table. */
class RienDePersonnelTest {

    private static final List<OffreGeneree> OFFRES = new MondeDOffres(7, 20).offres(Offres.MAINTENANT);

    private final StringWriter journal = new StringWriter();
    private final Logger racine = Logger.getLogger("");
    private final Level avant = racine.getLevel();
    private final Handler ecoute = new Ecoute();
    private final FranceTravailDeTest source =
            new FranceTravailDeTest(FranceTravailDeTest.HORLOGE, new Limites(10, 20), Duration.ofSeconds(5));

    @BeforeEach
    void ecoute() {
        ecoute.setLevel(Level.ALL);
        racine.setLevel(Level.ALL);
        racine.addHandler(ecoute);
    }

    @AfterEach
    void ferme() {
        racine.removeHandler(ecoute);
        racine.setLevel(avant);
        source.close();
    }

    @Test
    void no_value_of_an_offer_shows_anywhere() {
        // Given
        source.liste(OFFRES);
        var pannes = Stream.of(
                new Panne.Erreur500(),
                new Panne.Coupure(60),
                new Panne.CorpsIllisible(),
                new Panne.CompteRefuse(),
                new Panne.DemandeRefusee(),
                new Panne.PageRepetee(),
                new Panne.AutrePagination(3));

        // When
        source.connecteur().parts().forEach(this::lis);
        pannes.forEach(panne -> {
            source.simulateur().pannes().programme(d -> d.debut() > 0, panne);
            lis("35");
            source.simulateur().pannes().programme(d -> true, panne);
            lis("35");
            source.simulateur().pannes().efface();
        });

        // Then
        var chercheur = new ChercheurDeNoms(valeurs());
        assertThat(chercheur.cherche(
                        OFFRES.get(0).json().toString() + OFFRES.get(1).json()))
                .as("what is looked for is found where it is")
                .isNotEmpty();
        assertThat(journal.toString()).contains("hors d'atteinte");
        assertThat(chercheur.cherche(journal.toString())).isEmpty();
        assertThat(chercheur.cherche(BaseDIngestion.texte("select string_agg(o::text, '') from offre o")))
                .isEmpty();
        assertThat(journal.toString())
                .doesNotContain(source.simulateur().options().compte().secret());
    }

    private void lis(String departement) {
        try {
            source.lis(departement);
        } catch (RuntimeException echec) {
            echec.printStackTrace(new PrintWriter(journal, true));
        }
        source.lignes().forEach(ligne -> journal.append(ligne.toString()));
    }

    private static LinkedHashSet<String> valeurs() {
        var valeurs = new LinkedHashSet<String>();
        OFFRES.forEach(offre -> Stream.of(
                        offre.courriel().filter(un -> un.endsWith(".example") && !un.contains("@@")), offre.contact())
                .flatMap(Optional::stream)
                .forEach(valeurs::add));
        return valeurs;
    }

    private final class Ecoute extends Handler {

        @Override
        public void publish(LogRecord ligne) {
            var texte = new PrintWriter(journal, true);
            texte.println(ligne.getLoggerName() + " " + ligne.getMessage() + " " + message(ligne));
            if (ligne.getThrown() != null) {
                ligne.getThrown().printStackTrace(texte);
            }
        }

        private static String message(LogRecord ligne) {
            return ligne instanceof ExtLogRecord complete ? complete.getFormattedMessage() : "";
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
