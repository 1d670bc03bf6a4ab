package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import java.util.List;

/** Writes rows as JSON: what is common to contracts and persons. Fields without a right on their row are null, and counted. */
final class Ecriture {

    private final Appelant appelant;
    private final Resultats resultats;
    private final Ouvreur ouvreur;
    private final Pseudonymes pseudonymes;
    private final Constats constats;
    private final Json json = new Json();
    private final EcritureDeContrat contrats = new EcritureDeContrat(this);
    private final EcritureDePersonne personnes = new EcritureDePersonne(this);

    Ecriture(Appelant appelant, Resultats resultats, Ouvreur ouvreur, Pseudonymes pseudonymes, Constats constats) {
        this.appelant = appelant;
        this.resultats = resultats;
        this.ouvreur = ouvreur;
        this.pseudonymes = pseudonymes;
        this.constats = constats;
    }

    Json json() {
        return json;
    }

    Constats constats() {
        return constats;
    }

    Resultats resultats() {
        return resultats;
    }

    String client() {
        return appelant.client();
    }

    Pseudonymes pseudonymes() {
        return pseudonymes;
    }

    /** A row of a node, an object or null. */
    void ligne(Noeud noeud, Long cle, List<ChampEcrit> champs) {
        var lignes = cle == null ? null : resultats.lignes(noeud).get(cle);
        if (lignes == null || lignes.isEmpty()) {
            json.nul();
            return;
        }
        ligne(noeud, lignes, champs);
    }

    /** A contract (one row) or a person (the rows of one). */
    void ligne(Noeud noeud, List<Ligne> lignes, List<ChampEcrit> champs) {
        if (noeud instanceof Noeud.Personnes) {
            personnes.ecris(lignes, champs);
        } else {
            contrats.ecris(lignes.get(0), champs);
        }
    }

    void id(String type, long interne) {
        json.chaineDe(pseudonymes.id(appelant.client(), type, interne));
    }

    /** Opens a stored value; null, and noted, when it does not open. */
    Object ouvre(Ligne ligne, ChampEcrit.Scelle champ, Masque masque) {
        var stocke = ligne.row().getBuffer(champ.colonne());
        return stocke == null ? null : ouvre(ligne, champ.coordonnee(), champ.champ(), stocke.getBytes(), masque);
    }

    /** Opens a stored value of a field; null, and noted, when it does not open. */
    Object ouvre(Ligne ligne, Coordonnee coordonnee, ChampScelle<?> champ, byte[] stocke, Masque masque) {
        try {
            return ouvreur.ouvre(ligne, champ, stocke, masque);
        } catch (ClesIndisponibles absentes) {
            constats.note(CodeErreur.CLES_INDISPONIBLES, coordonnee, ligne.enregistrement());
        } catch (ValeurAlteree alteree) {
            constats.note(CodeErreur.VALEUR_ALTEREE, coordonnee, ligne.enregistrement());
        }
        return null;
    }
}
