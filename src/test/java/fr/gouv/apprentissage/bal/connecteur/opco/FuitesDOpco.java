package fr.gouv.apprentissage.bal.connecteur.opco;

import static fr.gouv.apprentissage.bal.connecteur.opco.OpcoDeTest.une;

import fr.gouv.apprentissage.bal.connecteur.Fuites;
import java.util.List;

/** Questions to AKTO and OPCO EP with each of their faults, and what is said of them. */
public final class FuitesDOpco {

    private static final String COURRIEL = "quelquun.presente@societe.example";

    private FuitesDOpco() {}

    public static void joue(Fuites fuites) {
        try (var opco = new OpcoDeTest()) {
            fuites.tais(List.of(COURRIEL, une("AKTO").courriel(), une("OPCO_EP").courriel()));
            PannesDeQuestionTest.pannes().forEach(panne -> {
                opco.akto().pannes().programme(r -> true, panne);
                opco.ep().pannes().programme(r -> true, panne);
                demande(fuites, opco, COURRIEL);
                opco.akto().pannes().efface();
                opco.ep().pannes().efface();
            });
            demande(fuites, opco, COURRIEL);
            demande(fuites, opco, une("AKTO").courriel());
            demande(fuites, opco, une("OPCO_EP").courriel());
        }
    }

    private static void demande(Fuites fuites, OpcoDeTest opco, String courriel) {
        var akto = opco.questionAkto();
        var ep = opco.questionEp();
        fuites.ajoute(
                akto + " " + OpcoDeTest.demande(akto, courriel, une("AKTO").siret()));
        fuites.ajoute(ep + " " + OpcoDeTest.demande(ep, courriel, une("OPCO_EP").siret()));
    }
}
