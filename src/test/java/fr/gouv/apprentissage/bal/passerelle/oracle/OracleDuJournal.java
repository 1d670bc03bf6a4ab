package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.util.Optional;
import java.util.TreeSet;

/** DESIGN.md, "The journal": what one answer disclosed of whom, by what right. */
final class OracleDuJournal {

    private final OracleDeDroits droits;
    private final Attendu.Entree entree =
            new Attendu.Entree(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    OracleDuJournal(OracleDeDroits droits) {
        this.droits = droits;
    }

    /** The answer holds this record, or what it states of a person: it is visible by these habilitations. */
    void montre(Fiche fiche, String type) {
        entree.sujets().add(fiche.jeton());
        droits.quiMontrent(fiche, "Contrat").forEach(this::nomme);
        droits.quiMontrent(fiche, type).forEach(this::nomme);
    }

    /** The answer holds this field as this record states it. */
    void divulgue(Fiche fiche, String coordonnee) {
        entree.coordonnees().add(coordonnee);
        nomme(droits.meilleur(fiche, coordonnee).orElseThrow());
    }

    void compte(String coordonnee) {
        entree.coordonnees().add(coordonnee);
        droits.quiAccordent(coordonnee, Acces.LIRE).forEach(this::nomme);
    }

    void cherche(String coordonnee) {
        entree.recherches().add(coordonnee);
        droits.quiAccordent(coordonnee, Acces.FILTRER).forEach(this::nomme);
    }

    Optional<Attendu.Entree> entree() {
        return entree.sujets().isEmpty() && entree.recherches().isEmpty() ? Optional.empty() : Optional.of(entree);
    }

    private void nomme(Octroi octroi) {
        entree.habilitations().add(octroi.id());
    }
}
