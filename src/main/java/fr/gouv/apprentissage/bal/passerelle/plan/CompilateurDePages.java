package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.contrat.ContratFiltre;
import fr.gouv.apprentissage.bal.contrat.ContratTri;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.personne.PersonneFiltre;
import graphql.execution.MergedField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the root fields that are pages: criteria, order, keyset, count. */
final class CompilateurDePages {

    private static final Coordonnee DATE_DEBUT = new Coordonnee("Contrat", "dateDebut");

    private final Contexte contexte;
    private final CompilateurDeNoeuds noeuds;

    CompilateurDePages(Contexte contexte, CompilateurDeNoeuds noeuds) {
        this.contexte = contexte;
        this.noeuds = noeuds;
    }

    Racine contrats(MergedField champ, Chemin chemin, Map<String, Object> arguments) {
        var filtre = filtre(arguments);
        var ordre = ordre((ContratTri) arguments.get("tri"));
        verifie(filtre, ContratFiltre.class, chemin, champ);
        if (ordre != PageDeContrats.Ordre.ID) {
            verifie(DATE_DEBUT, Acces.TRIER, CodeErreur.TRI_NON_HABILITE, chemin, champ);
        }
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "c");
        var connexion =
                new SelectionDeConnexion(contexte, "Contrat", new SelectionDeContrat(contexte, noeud, noeuds)::champs);
        var champs = connexion.champs(champ, chemin);
        var visibles = contexte.droits().visibles("Contrat");
        var ecriture = noeud.ecriture();
        var criteres = criteres(ecriture, filtre, ordre);
        var page = new PageDeContrats(
                contexte.droits(),
                new Portees(contexte.droits(), ecriture),
                criteres,
                visibles,
                ordre,
                arguments.get("after") != null,
                ecriture);
        noeud.tri("c.debut_tri");
        var lignes = noeuds.contrats(
                noeud,
                connexion.lignes(),
                " FROM " + page.sql(ecriture) + " k JOIN contrat c ON c.id = k.id",
                " ORDER BY " + ordre.sql("c"));
        var comptage = connexion.compte() ? Optional.of(compte(filtre, ordre)) : Optional.<Requete>empty();
        return new Racine.Page(
                champ.getResultKey(), champ.getName(), "Contrat", Optional.empty(), comptage, lignes, champs);
    }

    Racine personnes(MergedField champ, Chemin chemin, Map<String, Object> arguments) {
        var filtre = filtre(arguments);
        verifie(filtre, PersonneFiltre.class, chemin, champ);
        var noeud = new NoeudEnCours(contexte.prochainNoeud(), "r");
        var connexion = new SelectionDeConnexion(
                contexte, "Personne", new SelectionDePersonne(contexte, noeud, noeuds)::champs);
        var champs = connexion.champs(champ, chemin);
        var ecriture = new EcritureSql();
        var suite = arguments.get("after") == null
                ? ""
                : " AND t.personne > " + ecriture.parametre(new Parametre.Source(Parametre.Genre.POSITION_ID, ""));
        var recherche = ecriture.requete("SELECT DISTINCT t.personne" + trouvees(ecriture, filtre) + suite + ")"
                + " ORDER BY t.personne LIMIT "
                + ecriture.parametre(new Parametre.Source(Parametre.Genre.LIMITE, "")));
        var comptage = Optional.<Requete>empty();
        if (connexion.compte()) {
            var compte = new EcritureSql();
            var perimetres = contexte.droits().etendues(contexte.droits().lire(total("Personne")));
            comptage = Optional.of(compte.requete("SELECT count(DISTINCT t.personne)" + trouvees(compte, filtre)
                    + " AND " + new Portees(contexte.droits(), compte).predicat(perimetres, "tr") + ")"));
        }
        return new Racine.Page(
                champ.getResultKey(),
                champ.getName(),
                "Personne",
                Optional.of(recherche),
                comptage,
                noeuds.personnes(noeud, connexion.lignes()),
                champs);
    }

    /** From the persons that meet the criteria, those that are visible; the parenthesis of the last condition stays open for more. */
    private String trouvees(EcritureSql ecriture, Map<?, ?> filtre) {
        var droits = contexte.droits();
        var portees = new Portees(droits, ecriture);
        var critere = filtre.values().stream().allMatch(valeur -> valeur == null)
                ? "SELECT NULL::bigint WHERE FALSE"
                : new Recherche(droits, portees, ecriture, contexte.recherches()).personnes("filtre", filtre);
        return " FROM (" + critere + ") t(personne) WHERE EXISTS (SELECT 1 FROM identite ti JOIN contrat tr ON"
                + " tr.id = ti.enregistrement WHERE ti.personne = t.personne AND "
                + portees.predicat(droits.visibles("Contrat"), "tr") + " AND "
                + portees.predicat(droits.visibles("Personne"), "tr");
    }

    private Criteres criteres(EcritureSql ecriture, Map<?, ?> filtre, PageDeContrats.Ordre ordre) {
        var droits = contexte.droits();
        var portees = new Portees(droits, ecriture);
        var recherche = new Recherche(droits, portees, ecriture, contexte.recherches());
        var criteres = new Criteres(droits, portees, ecriture, recherche, droits.visibles("Contrat"));
        criteres.ajoute(filtre);
        if (ordre != PageDeContrats.Ordre.ID) {
            criteres.borne(droits.etendues(droits.decision().verdict(DATE_DEBUT, Acces.TRIER)));
        }
        return criteres;
    }

    private Requete compte(Map<?, ?> filtre, PageDeContrats.Ordre ordre) {
        var ecriture = new EcritureSql();
        var droits = contexte.droits();
        var portees = new Portees(droits, ecriture);
        var criteres = criteres(ecriture, filtre, ordre);
        criteres.borne(droits.etendues(droits.lire(total("Contrat"))));
        var bornes = new java.util.ArrayList<>(List.of(portees.predicat(droits.visibles("Contrat"), "c")));
        bornes.addAll(criteres.bornes());
        return ecriture.requete("SELECT count(*) FROM contrat c WHERE " + String.join(" AND ", bornes));
    }

    /** Refuses the criteria that are granted nowhere. */
    private void verifie(Map<?, ?> filtre, Class<?> type, Chemin chemin, MergedField champ) {
        for (var critere : CritereDeclare.de(type)) {
            var valeur = filtre.get(critere.nom());
            if (valeur == null) {
                continue;
            }
            critere.par()
                    .forEach(coordonnee ->
                            verifie(coordonnee, Acces.FILTRER, CodeErreur.FILTRE_NON_HABILITE, chemin, champ));
            if (critere.nom().equals("alternant")) {
                verifie((Map<?, ?>) valeur, PersonneFiltre.class, chemin, champ);
            }
        }
    }

    private void verifie(Coordonnee coordonnee, Acces acces, CodeErreur code, Chemin chemin, MergedField champ) {
        contexte.verdict(coordonnee, acces)
                .motif()
                .ifPresent(motif -> contexte.refuse(code, coordonnee, motif, chemin, champ));
    }

    private static Map<?, ?> filtre(Map<String, Object> arguments) {
        return arguments.get("filtre") instanceof Map<?, ?> filtre ? filtre : Map.of();
    }

    private static PageDeContrats.Ordre ordre(ContratTri tri) {
        if (tri == null) {
            return PageDeContrats.Ordre.ID;
        }
        return tri == ContratTri.DATE_DEBUT ? PageDeContrats.Ordre.DEBUT : PageDeContrats.Ordre.DEBUT_DESC;
    }

    static Coordonnee total(String type) {
        return new Coordonnee(type + "Connection", "totalCount");
    }
}
