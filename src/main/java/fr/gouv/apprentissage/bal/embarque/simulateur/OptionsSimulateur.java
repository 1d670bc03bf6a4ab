package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Clock;

/**
 * How a simulator of DECA behaves when nothing is wrong.
 *
 * @param port 0: any free one
 * @param lba account of extractLBA
 * @param tba account of extractTBA
 * @param horloge tells the day and the hour (read in Europe/Paris)
 * @param ouverture hours in which it answers
 * @param debit requests per second, both accounts together; beyond: 429
 * @param taillePage rows per page
 */
public record OptionsSimulateur(
        int port, Compte lba, Compte tba, Clock horloge, Ouverture ouverture, int debit, int taillePage) {

    /** As DECA is: 2 requests per second, from 19:00 to 07:00, and secrets that are new each time. */
    public static OptionsSimulateur commeDeca(Clock horloge) {
        return new OptionsSimulateur(
                0, Compte.auHasard("bal-lba"), Compte.auHasard("bal-tba"), horloge, Ouverture.DECA, 2, 500);
    }

    /** Always open and as fast as asked, for tests and the demo. */
    public static OptionsSimulateur sansLimite(Clock horloge) {
        return commeDeca(horloge).avecOuverture(Ouverture.TOUJOURS).avecDebit(100_000);
    }

    /** The same on that port. */
    public OptionsSimulateur avecPort(int autre) {
        return new OptionsSimulateur(autre, lba, tba, horloge, ouverture, debit, taillePage);
    }

    /** The same with those accounts. */
    public OptionsSimulateur avecComptes(Compte autreLba, Compte autreTba) {
        return new OptionsSimulateur(port, autreLba, autreTba, horloge, ouverture, debit, taillePage);
    }

    /** The same in those hours. */
    public OptionsSimulateur avecOuverture(Ouverture autre) {
        return new OptionsSimulateur(port, lba, tba, horloge, autre, debit, taillePage);
    }

    /** The same at that rate. */
    public OptionsSimulateur avecDebit(int autre) {
        return new OptionsSimulateur(port, lba, tba, horloge, ouverture, autre, taillePage);
    }

    /** The same with pages of that many rows. */
    public OptionsSimulateur avecTaillePage(int autre) {
        return new OptionsSimulateur(port, lba, tba, horloge, ouverture, debit, autre);
    }
}
