package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;

/** Turns the fields selected of a Personne into what is read of the identities that its records state. */
final class SelectionDePersonne {

    private static final String TYPE = "Personne";

    private final Contexte contexte;
    private final NoeudEnCours noeud;
    private final Enfants enfants;

    SelectionDePersonne(Contexte contexte, NoeudEnCours noeud, Enfants enfants) {
        this.contexte = contexte;
        this.noeud = noeud;
        this.enfants = enfants;
    }

    /** The fields selected below a field of type Personne. */
    List<ChampEcrit> champs(MergedField champ, Chemin chemin) {
        var champs = new ArrayList<ChampEcrit>();
        for (var sous : contexte.sousChamps(champ, TYPE)) {
            champs.add(
                    switch (sous.getName()) {
                        case "__typename" -> new ChampEcrit.NomDeType(sous.getResultKey(), TYPE);
                        case "id" -> new ChampEcrit.IdPublic(sous.getResultKey(), TYPE);
                        default -> champ(sous, chemin);
                    });
        }
        return List.copyOf(champs);
    }

    private ChampEcrit champ(MergedField champ, Chemin chemin) {
        var coordonnee = new Coordonnee(TYPE, champ.getName());
        var declare = contexte.catalogue().champ(coordonnee).orElseThrow();
        var cle = champ.getResultKey();
        var suite = TypesJava.liste(declare.type()) ? chemin.versListe(cle) : chemin.vers(cle);
        if (!contexte.lisible(coordonnee, suite, champ)) {
            contexte.explore(champ, TYPE, suite);
            return new ChampEcrit.Nul(cle);
        }
        if (declare.stocke()) {
            noeud.secret();
            return new ChampEcrit.Scelle(
                    cle,
                    coordonnee,
                    noeud.colonne("i." + declare.colonne()),
                    ChampsScelles.de(declare),
                    contexte.parties(champ, declare.type()));
        }
        return switch (champ.getName()) {
            case "contrats" -> new ChampEcrit.Enfant(cle, coordonnee, enfants.contrats(champ, suite));
            case "sources" -> {
                noeud.provenance();
                yield new ChampEcrit.Sources(cle, coordonnee, contexte.parties(champ, "Provenance"));
            }
            default -> throw new IllegalStateException("relation sans plan : " + coordonnee);
        };
    }
}
