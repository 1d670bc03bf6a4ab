package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsSimulateur;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import fr.gouv.apprentissage.bal.oracle.ContactsAttendus;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import fr.gouv.apprentissage.bal.oracle.Oracle;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A generated world, who serves it, and what the oracle says of it. Short by default; {@code bal.test.deca} (contracts),
 * {@code bal.test.deca.jours} and {@code bal.test.deca.graine} make it another one.
 */
final class MondeServi implements AutoCloseable {

    static final LocalDate PREMIER = LocalDate.of(2025, 9, 1);

    static final int PAGE = 40;

    private final Monde monde;
    private final SimulateurDeca simulateur;

    MondeServi() {
        this(entier("bal.test.deca.jours", 6), contrats(), PAGE);
    }

    /** Another one. */
    MondeServi(int jours, int contrats, int page) {
        monde = new Monde(graine(), PREMIER, jours, contrats);
        var options = OptionsSimulateur.sansLimite(CourseDeca.laNuitApres(dernier()))
                .avecComptes(new Compte("lba", "secret"), new Compte("tba", "secret"))
                .avecTaillePage(page);
        simulateur = SimulateurDeca.demarre(monde, options);
    }

    static int graine() {
        return entier("bal.test.deca.graine", 20260607);
    }

    static int contrats() {
        return entier("bal.test.deca", 600);
    }

    static int entier(String propriete, int defaut) {
        return Integer.getInteger(propriete, defaut);
    }

    LocalDate dernier() {
        return monde.dernierJour();
    }

    SimulateurDeca simulateur() {
        return simulateur;
    }

    /** Each page fails when it is first asked for, and often again at its next tries, by chance. */
    PannesAuHasard tombe() {
        return new PannesAuHasard(graine(), PAGE, simulateur);
    }

    Attendu attendu() {
        return Oracle.dit(JourServi.de(monde, PREMIER, dernier()));
    }

    /** Contacts of its employers, as the oracle has them. */
    Set<String> contacts() {
        return ContactsAttendus.de(JourServi.de(monde, PREMIER, dernier()));
    }

    /** What is served, day by day. */
    List<JourServi> jours() {
        return JourServi.de(monde, PREMIER, dernier());
    }

    /** Rows of both extracts, as they are served. */
    long lignes() {
        return JourServi.de(monde, PREMIER, dernier()).stream()
                .mapToLong(jour -> jour.lba().size() + jour.tba().size())
                .sum();
    }

    @Override
    public void close() {
        simulateur.close();
    }
}
