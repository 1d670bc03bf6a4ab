package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import java.util.List;

/** Writes a contract from its row. */
final class EcritureDeContrat {

    private final Ecriture ecriture;
    private final EcritureDeProvenance provenances;
    private final EcritureDeChangements changements;

    EcritureDeContrat(Ecriture ecriture) {
        this.ecriture = ecriture;
        this.provenances = new EcritureDeProvenance(ecriture);
        this.changements = new EcritureDeChangements(ecriture);
    }

    void ecris(Ligne ligne, List<ChampEcrit> champs) {
        ecriture.json().ouvreObjet();
        for (var champ : champs) {
            ecriture.json().cle(champ.cle());
            ecris(ligne, champ);
        }
        ecriture.json().fermeObjet();
    }

    private void ecris(Ligne ligne, ChampEcrit champ) {
        if (champ instanceof ChampEcrit.NomDeType nom) {
            ecriture.json().chaineDe(nom.type());
        } else if (champ instanceof ChampEcrit.IdPublic id) {
            ecriture.id(id.type(), ligne.enregistrement());
        } else if (champ instanceof ChampEcrit.Clair clair) {
            clair(ligne, clair);
        } else if (champ instanceof ChampEcrit.Scelle scelle) {
            scelle(ligne, scelle);
        } else if (champ instanceof ChampEcrit.Libre libre) {
            ValeurJson.ecris(ecriture.json(), libre.forme().lis(ligne.row(), libre.colonne()), List.of());
        } else if (champ instanceof ChampEcrit.Objet objet) {
            objet(ligne, objet);
        } else if (champ instanceof ChampEcrit.ObjetLibre objet) {
            objet(ligne, objet.presence(), objet.champs());
        } else if (champ instanceof ChampEcrit.Sources sources) {
            sources(ligne, sources);
        } else if (champ instanceof ChampEcrit.Enfant enfant) {
            enfant(ligne, enfant);
        } else {
            ecriture.json().nul();
        }
    }

    private void clair(Ligne ligne, ChampEcrit.Clair champ) {
        var portee = portee(ligne, champ.coordonnee());
        if (portee == null) {
            return;
        }
        var valeur = champ.forme().lis(ligne.row(), champ.colonne());
        ValeurJson.ecris(
                ecriture.json(), valeur == null ? null : portee.masque().applique(valeur), List.of());
    }

    private void scelle(Ligne ligne, ChampEcrit.Scelle champ) {
        var portee = portee(ligne, champ.coordonnee());
        if (portee != null) {
            ValeurJson.ecris(ecriture.json(), ecriture.ouvre(ligne, champ, portee.masque()), champ.sous());
        }
    }

    private void objet(Ligne ligne, ChampEcrit.Objet champ) {
        if (portee(ligne, champ.coordonnee()) != null) {
            objet(ligne, champ.presence(), champ.champs());
        }
    }

    private void objet(Ligne ligne, List<Integer> presence, List<ChampEcrit> champs) {
        if (absent(ligne, presence)) {
            ecriture.json().nul();
        } else {
            ecris(ligne, champs);
        }
    }

    private static boolean absent(Ligne ligne, List<Integer> presence) {
        for (var place : presence) {
            if (ligne.row().getValue(place) != null) {
                return false;
            }
        }
        return !presence.isEmpty();
    }

    private void sources(Ligne ligne, ChampEcrit.Sources champ) {
        if (portee(ligne, champ.coordonnee()) != null) {
            provenances.ecris(List.of(ligne), champ.champs());
        }
    }

    private void enfant(Ligne ligne, ChampEcrit.Enfant champ) {
        if (portee(ligne, champ.coordonnee()) == null) {
            return;
        }
        if (champ.noeud() instanceof Noeud.Changements noeud) {
            changements.ecris(ligne, noeud);
        } else {
            ecriture.ligne(champ.noeud(), ligne.personne(), champ.noeud().champs());
        }
    }

    /** The right on this row; without one, null is written and the row counted. */
    private Decision.Portee portee(Ligne ligne, Coordonnee coordonnee) {
        var portee = ligne.droits().lire(coordonnee);
        if (portee.isEmpty()) {
            ecriture.constats().horsPerimetre(coordonnee, ligne.enregistrement());
            ecriture.json().nul();
            return null;
        }
        return portee.get();
    }
}
