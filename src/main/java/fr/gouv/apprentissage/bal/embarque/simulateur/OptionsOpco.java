package fr.gouv.apprentissage.bal.embarque.simulateur;

/**
 * How the simulator of an OPCO or of a directory behaves when nothing is wrong.
 *
 * @param port 0: any free one
 * @param compte our account, or the key of the API as its secret
 * @param debit requests in any second; beyond: 429
 */
public record OptionsOpco(int port, Compte compte, int debit) {

    /** The rate of CFA Dock (domain.md §3.1). */
    public static final int CFA_DOCK = 2;

    /** As fast as asked, with a secret that is new each time, for tests. */
    public static OptionsOpco sansLimite(String utilisateur) {
        return new OptionsOpco(0, Compte.auHasard(utilisateur), 100_000);
    }

    /** The same at that rate. */
    public OptionsOpco avecDebit(int autre) {
        return new OptionsOpco(port, compte, autre);
    }
}
