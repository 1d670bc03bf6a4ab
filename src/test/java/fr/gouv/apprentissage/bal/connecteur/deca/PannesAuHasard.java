package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.embarque.simulateur.Demande;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Faults drawn by a seed: the same request at the same try always meets the same one. */
final class PannesAuHasard {

    private static final int ESSAIS = 4;

    private final int graine;
    private final List<Panne> sortes;
    private final SimulateurDeca simulateur;

    PannesAuHasard(int graine, int taillePage, SimulateurDeca simulateur) {
        this.graine = graine;
        this.simulateur = simulateur;
        this.sortes = List.of(
                new Panne.Erreur500(),
                new Panne.Indisponible(),
                new Panne.TropDeDemandes(0),
                new Panne.Coupure(0),
                new Panne.Coupure(45),
                new Panne.Coupure(97),
                new Panne.CorpsIllisible(),
                new Panne.PageHtml(),
                new Panne.MauvaisType(),
                new Panne.SansContrats(),
                new Panne.Lenteur(Duration.ofMillis(5)),
                new Panne.AutrePagination(taillePage / 2),
                new Panne.CompteRefuse());
        for (var sorte : sortes) {
            simulateur.pannes().programme(demande -> sortes.indexOf(sorte) == sorte(demande), sorte);
        }
    }

    /** How many requests met one. */
    long rencontrees() {
        return simulateur.demandes().stream()
                .filter(demande -> sorte(demande) >= 0)
                .count();
    }

    private int sorte(Demande demande) {
        var hasard = new Random(31L * graine
                + 7919L * demande.debut().toEpochDay()
                + 104729L * demande.page()
                + 1299709L * demande.essai()
                + demande.extrait().ordinal());
        var tombe = demande.essai() == 1 || demande.essai() <= ESSAIS && hasard.nextInt(100) < 40;
        return tombe ? hasard.nextInt(sortes.size()) : -1;
    }
}
