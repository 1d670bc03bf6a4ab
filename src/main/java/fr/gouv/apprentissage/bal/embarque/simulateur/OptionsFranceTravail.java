package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Clock;
import java.time.Duration;

/**
 * How a simulator of France Travail behaves when nothing is wrong.
 *
 * @param port 0: any free one
 * @param compte client and secret
 * @param horloge tells what is published, and when tokens end
 * @param jeton how long a token lives
 * @param debit requests per second, searches and tokens together; beyond: 429
 * @param page most offers of one answer
 * @param mur greatest position from which an answer may start
 */
public record OptionsFranceTravail(
        int port, Compte compte, Clock horloge, Duration jeton, int debit, int page, int mur) {

    /** As it is (domain.md §4), with a secret that is new each time. */
    public static OptionsFranceTravail commeFranceTravail(Clock horloge) {
        return new OptionsFranceTravail(
                0, Compte.auHasard("PAR_bal"), horloge, Duration.ofSeconds(1499), 10, 150, 3000);
    }

    /** As fast as asked, for tests. */
    public static OptionsFranceTravail sansLimite(Clock horloge) {
        return commeFranceTravail(horloge).avecDebit(100_000);
    }

    /** The same on that port. */
    public OptionsFranceTravail avecPort(int autre) {
        return new OptionsFranceTravail(autre, compte, horloge, jeton, debit, page, mur);
    }

    /** The same with that account. */
    public OptionsFranceTravail avecCompte(Compte autre) {
        return new OptionsFranceTravail(port, autre, horloge, jeton, debit, page, mur);
    }

    /** The same at that rate. */
    public OptionsFranceTravail avecDebit(int autre) {
        return new OptionsFranceTravail(port, compte, horloge, jeton, autre, page, mur);
    }

    /** The same with other pages and another wall. */
    public OptionsFranceTravail avecLimites(int autrePage, int autreMur) {
        return new OptionsFranceTravail(port, compte, horloge, jeton, debit, autrePage, autreMur);
    }
}
