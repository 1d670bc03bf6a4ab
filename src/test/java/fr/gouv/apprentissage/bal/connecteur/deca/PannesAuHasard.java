package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.embarque.simulateur.Demande;
import fr.gouv.apprentissage.bal.embarque.simulateur.DemandeOffres;
import fr.gouv.apprentissage.bal.embarque.simulateur.Panne;
import fr.gouv.apprentissage.bal.embarque.simulateur.Pannes;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Faults drawn by a seed: the same request at the same try always meets the same one.
 *
 * @param <D> a request as the simulator understands it
 */
public final class PannesAuHasard<D> {

    private static final int ESSAIS = 4;
    private static final List<Panne> DE_TOUS = List.of(
            new Panne.Erreur500(),
            new Panne.Indisponible(),
            new Panne.TropDeDemandes(0),
            new Panne.Coupure(0),
            new Panne.Coupure(45),
            new Panne.Coupure(97),
            new Panne.Calage(45, Duration.ofMillis(150)),
            new Panne.CorpsIllisible(),
            new Panne.PageHtml(),
            new Panne.MauvaisType(),
            new Panne.SansContrats(),
            new Panne.Lenteur(Duration.ofMillis(5)),
            new Panne.CompteRefuse());

    private final List<Panne> sortes;
    private final ToLongFunction<D> demande;
    private final ToIntFunction<D> essai;
    private final Supplier<List<D>> demandes;

    private PannesAuHasard(
            Pannes<D> pannes,
            List<Panne> sortes,
            ToLongFunction<D> demande,
            ToIntFunction<D> essai,
            Supplier<List<D>> demandes) {
        this.sortes = sortes;
        this.demande = demande;
        this.essai = essai;
        this.demandes = demandes;
        for (var sorte : sortes) {
            pannes.programme(une -> sortes.indexOf(sorte) == sorte(une), sorte);
        }
    }

    /** Faults of DECA, which also cuts a period into pages otherwise. */
    static PannesAuHasard<Demande> de(SimulateurDeca simulateur, int graine, int taillePage) {
        return new PannesAuHasard<>(
                simulateur.pannes(),
                avec(new Panne.AutrePagination(taillePage / 2)),
                une -> 31L * graine
                        + 7919L * une.debut().toEpochDay()
                        + 104729L * une.page()
                        + 1299709L * une.essai()
                        + une.extrait().ordinal(),
                Demande::essai,
                simulateur::demandes);
    }

    /** Faults of France Travail, which also tells of offers that it does not give, and gives a page twice. */
    public static PannesAuHasard<DemandeOffres> de(SimulateurFranceTravail simulateur, int graine) {
        return new PannesAuHasard<>(
                simulateur.pannes(),
                avec(new Panne.AutrePagination(7), new Panne.PageRepetee()),
                une -> 31L * graine
                        + 7919L * une.departement().orElse("").hashCode()
                        + 104729L * une.debut()
                        + 1299709L * une.essai(),
                DemandeOffres::essai,
                simulateur::demandes);
    }

    /** How many requests met one. */
    public long rencontrees() {
        return demandes.get().stream().filter(une -> sorte(une) >= 0).count();
    }

    private int sorte(D une) {
        var hasard = new Random(demande.applyAsLong(une));
        var fois = essai.applyAsInt(une);
        var tombe = fois == 1 || fois <= ESSAIS && hasard.nextInt(100) < 40;
        return tombe ? hasard.nextInt(sortes.size()) : -1;
    }

    private static List<Panne> avec(Panne... propres) {
        return Stream.concat(DE_TOUS.stream(), Stream.of(propres)).toList();
    }
}
