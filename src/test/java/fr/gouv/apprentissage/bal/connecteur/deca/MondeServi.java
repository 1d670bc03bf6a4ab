package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.generateur.SourceDeca;
import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.embarque.simulateur.Demande;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsSimulateur;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDeca;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import fr.gouv.apprentissage.bal.oracle.ContactsAttendus;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import fr.gouv.apprentissage.bal.oracle.Oracle;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A generated world, who serves it, and what the oracle says of it. Short by default; {@code bal.test.deca} (contracts),
 * {@code bal.test.deca.jours} and {@code bal.test.deca.graine} make it another one.
 */
public final class MondeServi implements AutoCloseable {

    public static final LocalDate PREMIER = LocalDate.of(2025, 9, 1);

    static final int PAGE = 40;

    private final Monde monde;
    private final SimulateurDeca simulateur;

    MondeServi() {
        this(entier("bal.test.deca.jours", 6), contrats(), PAGE);
    }

    /** Another one. */
    MondeServi(int jours, int contrats, int page) {
        this(new Monde(graine(), PREMIER, jours, contrats), source -> source, page);
    }

    /** @param servie what of that world is served, which may be told otherwise */
    public MondeServi(Monde monde, UnaryOperator<SourceDeca> servie) {
        this(monde, servie, PAGE);
    }

    private MondeServi(Monde monde, UnaryOperator<SourceDeca> servie, int page) {
        this.monde = monde;
        var options = OptionsSimulateur.sansLimite(CourseDeca.laNuitApres(dernier()))
                .avecComptes(new Compte("lba", "secret"), new Compte("tba", "secret"))
                .avecTaillePage(page);
        simulateur = SimulateurDeca.demarre(servie.apply(monde), options);
    }

    public static int graine() {
        return entier("bal.test.deca.graine", 20260607);
    }

    static int contrats() {
        return entier("bal.test.deca", 600);
    }

    static int entier(String propriete, int defaut) {
        return Integer.getInteger(propriete, defaut);
    }

    public LocalDate dernier() {
        return monde.dernierJour();
    }

    public SimulateurDeca simulateur() {
        return simulateur;
    }

    /** Each page fails when it is first asked for, and often again at its next tries, by chance. */
    PannesAuHasard<Demande> tombe() {
        return tombe(graine());
    }

    /** The same by another chance. */
    public PannesAuHasard<Demande> tombe(int graine) {
        return PannesAuHasard.de(simulateur, graine, PAGE);
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
