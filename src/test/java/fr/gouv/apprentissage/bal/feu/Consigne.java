package fr.gouv.apprentissage.bal.feu;

import fr.gouv.apprentissage.bal.connecteur.deca.CourseDeca;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What a process is told to read, and where.
 *
 * @param port of the database, or of who stands before it
 * @param base its name
 * @param deca address of DECA
 * @param offres address of France Travail
 * @param jetons where its tokens are asked for
 * @param secret of its account
 * @param dossier of AKTO's files
 * @param adresse of Constructys' file
 * @param premier first day of DECA
 * @param dernier its last day; the process works in the night that follows
 * @param deja the last run that was there before
 */
record Consigne(
        int port,
        String base,
        String deca,
        String offres,
        String jetons,
        String secret,
        Path dossier,
        String adresse,
        LocalDate premier,
        LocalDate dernier,
        long deja) {

    static Consigne lis(String... mots) {
        return new Consigne(
                Integer.parseInt(mots[0]),
                mots[1],
                mots[2],
                mots[3],
                mots[4],
                mots[5],
                Path.of(mots[6]),
                mots[7],
                LocalDate.parse(mots[8]),
                LocalDate.parse(mots[9]),
                Long.parseLong(mots[10]));
    }

    Object[] mots() {
        return new Object[] {port, base, deca, offres, jetons, secret, dossier, adresse, premier, dernier, deja};
    }

    Clock horloge() {
        return CourseDeca.laNuitApres(dernier);
    }

    @Override
    public String toString() {
        return "Consigne[" + base + "]";
    }
}
