package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.contrat.ContratFiltre;
import fr.gouv.apprentissage.bal.declaration.Critere;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the criteria of a page of contracts as bounds on {@code contrat c}. A criterion reaches only rows covered by who grants it. */
final class Criteres {

    private final Droits droits;
    private final Portees portees;
    private final EcritureSql ecriture;
    private final Recherche recherche;
    private final BitSet visibles;
    private final List<String> bornes = new ArrayList<>();
    private Optional<Depart> depart = Optional.empty();

    /**
     * Rows to start a page from rather than from its order, because few bear a value.
     *
     * @param from what to read {@code contrat c} from
     * @param where the bound that ties it
     */
    record Depart(String from, String where) {}

    Criteres(Droits droits, Portees portees, EcritureSql ecriture, Recherche recherche, BitSet visibles) {
        this.droits = droits;
        this.portees = portees;
        this.ecriture = ecriture;
        this.recherche = recherche;
        this.visibles = visibles;
    }

    /** Adds every criterion of the filter that is there. */
    void ajoute(Map<?, ?> filtre) {
        for (var critere : CritereDeclare.de(ContratFiltre.class)) {
            if (filtre.get(critere.nom()) != null) {
                ajoute(critere, critere.critere().orElseThrow(), filtre.get(critere.nom()));
            }
        }
    }

    /** Adds the bound that a right sets: rows of these perimeters only. */
    void borne(BitSet perimetres) {
        if (!droits.contient(perimetres, visibles)) {
            bornes.add(portees.predicat(perimetres, "c"));
        }
    }

    List<String> bornes() {
        return bornes;
    }

    Optional<Depart> depart() {
        return depart;
    }

    private void ajoute(CritereDeclare declare, Critere critere, Object valeur) {
        declare.par()
                .forEach(coordonnee -> borne(droits.etendues(droits.decision().verdict(coordonnee, Acces.FILTRER))));
        var chemin = "filtre." + declare.nom();
        var colonne = "c." + critere.colonne();
        switch (critere.comparaison()) {
            case PARMI -> parmi(chemin, colonne, critere.selectif());
            case DES -> borneDeDate(chemin, colonne, " >= ");
            case JUSQU_A -> borneDeDate(chemin, colonne, " <= ");
            case RENSEIGNE -> bornes.add(colonne + ((Boolean) valeur ? " IS NOT NULL" : " IS NULL"));
            case IDS -> ids(chemin);
            case PERSONNE -> personne(chemin, (Map<?, ?>) valeur);
            default -> throw new IllegalStateException("comparaison sans SQL");
        }
    }

    private void parmi(String chemin, String colonne, boolean selectif) {
        var place = argument(chemin);
        bornes.add(colonne + " = ANY(" + place + "::text[])");
        if (selectif && depart.isEmpty()) {
            depart = Optional.of(new Depart("unnest(" + place + "::text[]) v(valeur)", colonne + " = v.valeur"));
        }
    }

    /** The key of the order is what the indexes hold; an unknown date is on neither side of any. */
    private void borneDeDate(String chemin, String colonne, String signe) {
        bornes.add(cleDeTri(colonne) + signe + argument(chemin));
        if (!cleDeTri(colonne).equals(colonne)) {
            bornes.add(colonne + " IS NOT NULL");
        }
    }

    private void ids(String chemin) {
        var place = ecriture.parametre(new Parametre.Source(Parametre.Genre.IDS, chemin));
        depart = Optional.of(new Depart("unnest(" + place + "::bigint[]) v(valeur)", "c.id = v.valeur"));
        bornes.add("c.id = ANY(" + place + "::bigint[])");
    }

    private void personne(String chemin, Map<?, ?> filtre) {
        if (filtre.values().stream().allMatch(valeur -> valeur == null)) {
            return;
        }
        var personnes = recherche.personnes(chemin, filtre);
        bornes.add("EXISTS (SELECT 1 FROM identite ci WHERE ci.enregistrement = c.id AND ci.personne IN (" + personnes
                + "))");
        if (depart.isEmpty()) {
            depart = Optional.of(new Depart(
                    "(SELECT di.enregistrement FROM identite di WHERE di.personne IN (" + personnes + ")) v(valeur)",
                    "c.id = v.valeur"));
        }
    }

    private String argument(String chemin) {
        return ecriture.parametre(new Parametre.Source(Parametre.Genre.ARGUMENT, chemin));
    }

    /** The start has a key of its own, without NULL, that the indexes hold. */
    private static String cleDeTri(String colonne) {
        return colonne.equals("c.date_debut") ? "c.debut_tri" : colonne;
    }
}
