package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.connecteur.Fuites;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.fuite.ValeursDuMonde;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** DECA with each of its faults and each poisoned row, and what is left of it to read. */
public final class FuitesDeDeca {

    private FuitesDeDeca() {}

    public static void joue(Fuites fuites) {
        try (var monde = new MondeServi(3, 90, 15);
                var banc = CourseDeca.banc(
                        BaseDIngestion.vide(),
                        monde.simulateur().url(),
                        MondeServi.PREMIER,
                        CourseDeca.laNuitApres(monde.dernier()),
                        Duration.ofSeconds(2))) {
            fuites.tais(ValeursDuMonde.de(monde.jours()));
            PannesDeDecaTest.pannes().map(une -> (Panne) une.get()[0]).forEach(panne -> {
                monde.simulateur().pannes().programme(d -> d.page() == 2, panne);
                banc.poursuis();
                monde.simulateur().pannes().efface();
                fuites.releve(banc);
            });
            banc.poursuis();
            fuites.releve(banc);
        }
        fuites.tais(List.of(
                LignesEmpoisonneesTest.MOT, "D'Hérouville-Lê", "zoe@exemple.fr", "rue des Lilas", "0612345678"));
        LignesEmpoisonneesTest.enQuarantaine().forEach(une -> empoisonne(fuites, une.get()[1]));
        LignesEmpoisonneesTest.gardees()
                .filter(une -> !une.get()[0].toString().startsWith("ten"))
                .forEach(une -> empoisonne(fuites, une.get()[1]));
    }

    @SuppressWarnings("unchecked")
    private static void empoisonne(Fuites fuites, Object poison) {
        try (var deca = new DecaDeTest()) {
            LignesEmpoisonneesTest.sers(deca, (UnaryOperator<byte[]>) poison);
            deca.banc().poursuis();
            fuites.releve(deca.banc());
            fuites.ajoute(deca.banc().rejoueTout().toString());
        }
    }
}
