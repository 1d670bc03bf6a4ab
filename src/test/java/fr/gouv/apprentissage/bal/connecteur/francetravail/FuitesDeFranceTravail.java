package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.connecteur.Fuites;
import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** France Travail with each of its faults, and what is left of it to read. */
public final class FuitesDeFranceTravail {

    private FuitesDeFranceTravail() {}

    public static void joue(Fuites fuites) {
        var offres = new MondeDOffres(7, 20).offres(Offres.MAINTENANT);
        offres.forEach(offre -> {
            fuites.tais(
                    Stream.of(offre.courriel().filter(un -> un.contains("@") && !un.contains("@@")), offre.contact())
                            .flatMap(Optional::stream)
                            .toList());
        });
        try (var source = new FranceTravailDeTest(
                        FranceTravailDeTest.HORLOGE,
                        new Limites(10, 50),
                        Duration.ofMillis(1_500),
                        Optional.of(List.of("35", "75")));
                var banc = BancDIngestion.deContacts(
                        BaseDIngestion.vide(), FranceTravailDeTest.HORLOGE, source.connecteur())) {
            source.liste(offres);
            fuites.tais(List.of(source.simulateur().options().compte().secret()));
            ExecutionsEnPanneTest.pannes().map(une -> (Panne) une.get()[0]).forEach(panne -> {
                source.simulateur().pannes().programme(d -> d.debut() > 0, panne);
                banc.poursuis();
                source.simulateur().pannes().efface();
                fuites.releve(banc);
            });
            banc.poursuis();
            fuites.releve(banc);
        }
    }
}
