package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import graphql.execution.MergedField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the statements of nodes: contracts, persons, changes; by id, below a row, or from a page. */
final class CompilateurDeNoeuds implements Enfants {

    /** Nested lists show at most so many, newest first. */
    private static final int LISTE_IMBRIQUEE = 100;

    /** Changes are left out row by row: read more than are shown. */
    private static final int CHANGEMENTS_LUS = 1000;

    private static final Set<String> REFERENCES = Set.of("organismeFormation", "organismeResponsable", "certification");

    private static final Parametre.Source PARENTS = new Parametre.Source(Parametre.Genre.PARENTS, "");

    private final Contexte contexte;

    CompilateurDeNoeuds(Contexte contexte) {
        this.contexte = contexte;
    }

    /** One contract, by the id in PARENTS. */
    Noeud contratParId(MergedField champ, Chemin chemin) {
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "c");
        var champs = new SelectionDeContrat(contexte, noeud, this).champs(champ, chemin);
        var portees = portees(noeud);
        var visibles = portees.predicat(contexte.droits().visibles("Contrat"), "c");
        return contrats(
                noeud,
                champs,
                " FROM contrat c",
                " WHERE c.id = ANY(" + noeud.ecriture().parametre(PARENTS) + "::bigint[]) AND " + visibles);
    }

    /** One person, by the id in PARENTS; that of a merged one answers for the survivor. */
    Noeud personneParId(MergedField champ, Chemin chemin) {
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "r");
        var parents = noeud.ecriture().parametre(PARENTS);
        return personnes(
                noeud,
                new SelectionDePersonne(contexte, noeud, this).champs(champ, chemin),
                "i.personne IN (SELECT coalesce(f.survivante, p.id) FROM unnest(" + parents
                        + "::bigint[]) p(id) LEFT JOIN personne_fusionnee f ON f.ancienne = p.id)");
    }

    /** Persons whose ids are in PARENTS, from the selections of a page. */
    Noeud personnes(NoeudEnCours noeud, List<ChampEcrit> champs) {
        return personnes(noeud, champs, "i.personne = ANY(" + noeud.ecriture().parametre(PARENTS) + "::bigint[])");
    }

    @Override
    public Noeud personnes(MergedField champ, Chemin chemin) {
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "r");
        return personnes(noeud, new SelectionDePersonne(contexte, noeud, this).champs(champ, chemin));
    }

    @Override
    public Noeud contrats(MergedField champ, Chemin chemin) {
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "c");
        var champs = new SelectionDeContrat(contexte, noeud, this).champs(champ, chemin);
        noeud.parent("p.id");
        var droits = contexte.droits();
        var portees = portees(noeud);
        var accordes = droits.etendues(droits.lire(new Coordonnee("Personne", "contrats")));
        return contrats(
                noeud,
                champs,
                " FROM unnest(" + noeud.ecriture().parametre(PARENTS) + "::bigint[]) p(id) CROSS JOIN LATERAL ("
                        + "SELECT n.id FROM identite ni JOIN contrat n ON n.id = ni.enregistrement WHERE ni.personne = p.id AND "
                        + portees.predicat(droits.visibles("Contrat"), "n") + " AND " + portees.predicat(accordes, "n")
                        + " ORDER BY ni.etat_du DESC, ni.enregistrement DESC LIMIT " + LISTE_IMBRIQUEE
                        + ") k JOIN contrat c ON c.id = k.id",
                " ORDER BY p.id, c.etat_du DESC, c.id DESC");
    }

    @Override
    public Noeud changements(MergedField champ) {
        var ecriture = new EcritureSql();
        var lisibles = contexte.catalogue().tous().stream()
                .filter(declare -> declare.stocke()
                        || REFERENCES.contains(declare.coordonnee().champ()))
                .filter(declare -> contexte.droits().lire(declare.coordonnee()).autorise())
                .toList();
        var coordonnees = lisibles.stream().map(ChampDeclare::coordonnee).toList();
        var scelles = lisibles.stream()
                .filter(ChampDeclare::personnel)
                .collect(Collectors.<ChampDeclare, Coordonnee, ChampScelle<?>>toUnmodifiableMap(
                        ChampDeclare::coordonnee, ChampsScelles::de));
        var sql = "SELECT h.enregistrement, h.champ, h.le, h.avant, h.apres, h.avant_clair, h.apres_clair FROM unnest("
                + ecriture.parametre(PARENTS)
                + "::bigint[]) p(id) CROSS JOIN LATERAL (SELECT * FROM changement m WHERE m.enregistrement = p.id AND m.champ = ANY("
                + ecriture.parametre(coordonnees) + "::text[]) ORDER BY m.le DESC, m.numero DESC LIMIT "
                + CHANGEMENTS_LUS
                + ") h ORDER BY h.enregistrement, h.le DESC, h.numero DESC";
        var champs = contexte.sousChamps(champ, "Changement").stream()
                .<ChampEcrit>map(sous -> sous.getName().equals("__typename")
                        ? new ChampEcrit.NomDeType(sous.getResultKey(), "Changement")
                        : new ChampEcrit.PartieDeChangement(sous.getResultKey(), sous.getName()))
                .toList();
        return new Noeud.Changements(contexte.prochainNoeud(), ecriture.requete(sql), scelles, champs);
    }

    /** A node of contracts from what it is read from. */
    Noeud.Contrats contrats(NoeudEnCours noeud, List<ChampEcrit> champs, String from, String fin) {
        var couverture = couverture(noeud, "c");
        var sql = noeud.select() + from + noeud.jointures() + fin;
        return new Noeud.Contrats(noeud.numero(), noeud.ecriture().requete(sql), noeud.disposition(couverture), champs);
    }

    private Noeud personnes(NoeudEnCours noeud, List<ChampEcrit> champs, String borne) {
        noeud.personne("i.personne", "");
        var portees = portees(noeud);
        var couverture = couverture(noeud, "r");
        var sql = noeud.select() + " FROM identite i JOIN contrat r ON r.id = i.enregistrement" + noeud.jointures()
                + " WHERE " + borne + " AND "
                + portees.predicat(contexte.droits().visibles("Contrat"), "r") + " AND "
                + portees.predicat(contexte.droits().visibles("Personne"), "r")
                + " ORDER BY i.personne, i.etat_du DESC, i.enregistrement DESC";
        return new Noeud.Personnes(
                noeud.numero(), noeud.ecriture().requete(sql), noeud.disposition(couverture), champs);
    }

    private int couverture(NoeudEnCours noeud, String alias) {
        return noeud.couverture(portees(noeud), alias);
    }

    private Portees portees(NoeudEnCours noeud) {
        return new Portees(contexte.droits(), noeud.ecriture());
    }
}
