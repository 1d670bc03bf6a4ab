package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Inclus;
import fr.gouv.apprentissage.bal.declaration.Reference;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import graphql.execution.MergedField;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the fields selected of a Contrat, or of an object in its row, into what is read and written. */
final class SelectionDeContrat {

    private final Contexte contexte;
    private final NoeudEnCours noeud;
    private final Enfants enfants;

    SelectionDeContrat(Contexte contexte, NoeudEnCours noeud, Enfants enfants) {
        this.contexte = contexte;
        this.noeud = noeud;
        this.enfants = enfants;
    }

    /** The fields selected below a field of type Contrat. */
    List<ChampEcrit> champs(MergedField champ, Chemin chemin) {
        return champs(champ, Contrat.class, chemin);
    }

    private List<ChampEcrit> champs(MergedField champ, Class<?> type, Chemin chemin) {
        var nom = type.getSimpleName();
        var champs = new ArrayList<ChampEcrit>();
        for (var sous : contexte.sousChamps(champ, nom)) {
            champs.add(
                    switch (sous.getName()) {
                        case "__typename" -> new ChampEcrit.NomDeType(sous.getResultKey(), nom);
                        case "id" -> new ChampEcrit.IdPublic(sous.getResultKey(), nom);
                        default -> champ(sous, type, chemin);
                    });
        }
        return List.copyOf(champs);
    }

    private ChampEcrit champ(MergedField champ, Class<?> type, Chemin chemin) {
        var coordonnee = new Coordonnee(type.getSimpleName(), champ.getName());
        var declare = contexte.catalogue().champ(coordonnee).orElseThrow();
        var cle = champ.getResultKey();
        var suite = TypesJava.liste(declare.type()) ? chemin.versListe(cle) : chemin.vers(cle);
        if (!contexte.lisible(coordonnee, suite, champ)) {
            contexte.explore(champ, type.getSimpleName(), suite);
            return new ChampEcrit.Nul(cle);
        }
        if (declare.stocke()) {
            return stocke(cle, declare, champ);
        }
        var composant = composant(type, champ.getName());
        if (composant.isAnnotationPresent(Inclus.class)) {
            return new ChampEcrit.Objet(cle, coordonnee, List.of(), champs(champ, composant.getType(), suite));
        }
        if (composant.isAnnotationPresent(Reference.class)) {
            return new SelectionDeReference(contexte, noeud).objet(cle, coordonnee, composant, champ);
        }
        return relation(cle, coordonnee, champ, suite);
    }

    private ChampEcrit stocke(String cle, ChampDeclare declare, MergedField champ) {
        var colonne = noeud.colonne("c." + declare.colonne());
        if (!declare.personnel()) {
            return new ChampEcrit.Clair(cle, declare.coordonnee(), colonne, Forme.de(declare.type()));
        }
        noeud.secret();
        return new ChampEcrit.Scelle(
                cle, declare.coordonnee(), colonne, ChampsScelles.de(declare), contexte.parties(champ, declare.type()));
    }

    private ChampEcrit relation(String cle, Coordonnee coordonnee, MergedField champ, Chemin chemin) {
        return switch (champ.getName()) {
            case "alternant" -> {
                noeud.personne("pe.personne", "LEFT JOIN identite pe ON pe.enregistrement = c.id");
                yield new ChampEcrit.Enfant(cle, coordonnee, enfants.personnes(champ, chemin));
            }
            case "changements" -> {
                noeud.secret();
                yield new ChampEcrit.Enfant(cle, coordonnee, enfants.changements(champ));
            }
            case "sources" -> {
                noeud.provenance();
                yield new ChampEcrit.Sources(cle, coordonnee, contexte.parties(champ, "Provenance"));
            }
            default -> throw new IllegalStateException("relation sans plan : " + coordonnee);
        };
    }

    private static RecordComponent composant(Class<?> type, String nom) {
        return Arrays.stream(type.getRecordComponents())
                .filter(composant -> composant.getName().equals(nom))
                .findFirst()
                .orElseThrow();
    }
}
