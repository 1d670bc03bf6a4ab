package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Writes a person from what its reachable records state, newest first. Of a single value the newest contributed one that is not empty holds, under
 * the least mask for that record; of lists the union (DESIGN.md, "What rights mean").
 */
final class EcritureDePersonne {

    private static final int LISTE_IMBRIQUEE = 100;

    private final Ecriture ecriture;
    private final EcritureDeProvenance provenances;

    EcritureDePersonne(Ecriture ecriture) {
        this.ecriture = ecriture;
        this.provenances = new EcritureDeProvenance(ecriture);
    }

    void ecris(List<Ligne> lignes, List<ChampEcrit> champs) {
        ecriture.json().ouvreObjet();
        for (var champ : champs) {
            ecriture.json().cle(champ.cle());
            ecris(lignes, champ);
        }
        ecriture.json().fermeObjet();
    }

    private void ecris(List<Ligne> lignes, ChampEcrit champ) {
        if (champ instanceof ChampEcrit.NomDeType nom) {
            ecriture.json().chaineDe(nom.type());
        } else if (champ instanceof ChampEcrit.IdPublic id) {
            ecriture.id(id.type(), lignes.get(0).personne());
        } else if (champ instanceof ChampEcrit.Scelle scelle) {
            scelle(lignes, scelle);
        } else if (champ instanceof ChampEcrit.Sources sources) {
            sources(lignes, sources);
        } else if (champ instanceof ChampEcrit.Enfant enfant) {
            contrats(lignes, enfant);
        } else {
            ecriture.json().nul();
        }
    }

    private void scelle(List<Ligne> lignes, ChampEcrit.Scelle champ) {
        var contribue = false;
        var reunis = new LinkedHashSet<Object>();
        for (var ligne : lignes) {
            var portee = portee(ligne, champ.coordonnee());
            contribue |= portee.isPresent();
            if (portee.isEmpty() || ligne.row().getBuffer(champ.colonne()) == null) {
                continue;
            }
            var valeur = ecriture.ouvre(ligne, champ, portee.get().masque());
            if (!(valeur instanceof List<?> liste)) {
                ValeurJson.ecris(ecriture.json(), valeur, champ.sous());
                return;
            }
            // of each person's first names the newest record's hold together; contacts of all records add up
            if (champ.coordonnee().champ().equals("prenoms") && !liste.isEmpty()) {
                ValeurJson.ecris(ecriture.json(), liste, champ.sous());
                return;
            }
            reunis.addAll(liste);
        }
        if (!contribue) {
            horsPerimetre(champ.coordonnee(), lignes);
            return;
        }
        ValeurJson.ecris(ecriture.json(), reunis.isEmpty() ? null : new ArrayList<>(reunis), champ.sous());
    }

    private void sources(List<Ligne> lignes, ChampEcrit.Sources champ) {
        var contribuent = contribuent(lignes, champ.coordonnee());
        if (contribuent.isEmpty()) {
            horsPerimetre(champ.coordonnee(), lignes);
        } else {
            provenances.ecris(contribuent, champ.champs());
        }
    }

    private void contrats(List<Ligne> lignes, ChampEcrit.Enfant champ) {
        if (contribuent(lignes, champ.coordonnee()).isEmpty()) {
            horsPerimetre(champ.coordonnee(), lignes);
            return;
        }
        ecriture.json().ouvreListe();
        ecriture.resultats().lignes(champ.noeud()).getOrDefault(lignes.get(0).personne(), List.of()).stream()
                .limit(LISTE_IMBRIQUEE)
                .forEach(contrat -> ecriture.ligne(
                        champ.noeud(), List.of(contrat), champ.noeud().champs()));
        ecriture.json().fermeListe();
    }

    private void horsPerimetre(Coordonnee coordonnee, List<Ligne> lignes) {
        ecriture.constats().horsPerimetre(coordonnee, lignes.get(0).personne());
        ecriture.json().nul();
    }

    private static List<Ligne> contribuent(List<Ligne> lignes, Coordonnee coordonnee) {
        return lignes.stream()
                .filter(ligne -> portee(ligne, coordonnee).isPresent())
                .toList();
    }

    private static Optional<Decision.Portee> portee(Ligne ligne, Coordonnee coordonnee) {
        return ligne.droits().lire(coordonnee);
    }
}
