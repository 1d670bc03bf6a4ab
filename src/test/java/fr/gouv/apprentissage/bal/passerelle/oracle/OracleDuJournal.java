package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** DESIGN.md, "The journal": what one answer disclosed of whom, by what right. */
final class OracleDuJournal {

    private final OracleDeDroits droits;
    private final SortedSet<String> coordonnees = new TreeSet<>();
    private final SortedSet<String> habilitations = new TreeSet<>();
    private final SortedSet<String> recherches = new TreeSet<>();
    private final SortedSet<UUID> sujets = new TreeSet<>();
    private final Map<Long, Optional<Long>> personnes = new HashMap<>();

    OracleDuJournal(OracleDeDroits droits) {
        this.droits = droits;
    }

    /** The answer holds this record, or what it states of a person: it is visible by these habilitations. */
    void montre(Fiche fiche, String type) {
        sujets.add(fiche.jeton());
        personnes.putIfAbsent(fiche.id(), Optional.empty());
        if (type.equals("Personne")) {
            ditDeQui(fiche);
        }
        droits.quiMontrent(fiche, "Contrat").forEach(this::nomme);
        droits.quiMontrent(fiche, type).forEach(this::nomme);
    }

    /** The answer holds this field as this record states it. */
    void divulgue(Fiche fiche, String coordonnee) {
        coordonnees.add(coordonnee);
        nomme(droits.meilleur(fiche, coordonnee).orElseThrow());
    }

    void compte(String coordonnee) {
        coordonnees.add(coordonnee);
        droits.quiAccordent(coordonnee, Acces.LIRE).forEach(this::nomme);
    }

    void cherche(String coordonnee) {
        recherches.add(coordonnee);
        droits.quiAccordent(coordonnee, Acces.FILTRER).forEach(this::nomme);
    }

    Optional<Attendu.Entree> entree() {
        return sujets.isEmpty() && recherches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attendu.Entree(coordonnees, habilitations, recherches, sujets, personnes()));
    }

    /** The answer says whose record this is; of the others each counts for one person. */
    void ditDeQui(Fiche fiche) {
        personnes.put(fiche.id(), Optional.ofNullable(fiche.personne()));
    }

    private int personnes() {
        var connues = personnes.values().stream().flatMap(Optional::stream).distinct();
        var inconnues = personnes.values().stream().filter(Optional::isEmpty);
        return Math.toIntExact(connues.count() + inconnues.count());
    }

    private void nomme(Octroi octroi) {
        habilitations.add(octroi.id());
    }
}
