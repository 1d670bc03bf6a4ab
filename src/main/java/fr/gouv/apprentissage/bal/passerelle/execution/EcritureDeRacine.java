package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.plan.ChampDeConnexion;
import fr.gouv.apprentissage.bal.passerelle.plan.Racine;
import java.time.LocalDate;
import java.util.List;

/** Writes a root field: one row, or a page with its cursors. */
final class EcritureDeRacine {

    private final Ecriture ecriture;
    private final Json json;

    EcritureDeRacine(Ecriture ecriture) {
        this.ecriture = ecriture;
        this.json = ecriture.json();
    }

    /** The JSON of the root field. */
    String ecris(Racine racine, ResultatDeRacine resultat) {
        if (racine instanceof Racine.Page page) {
            page(page, resultat);
        } else {
            unique(racine);
        }
        return json.toString();
    }

    private void unique(Racine racine) {
        var lues = ecriture.resultats().lignes(racine.noeud());
        if (lues.isEmpty()) {
            json.nul();
            return;
        }
        ecriture.ligne(
                racine.noeud(), lues.values().iterator().next(), racine.noeud().champs());
    }

    private void page(Racine.Page page, ResultatDeRacine resultat) {
        var lignes = lignes(page, resultat);
        json.ouvreObjet();
        for (var champ : page.champs()) {
            json.cle(champ.cle());
            champ(page, champ, lignes, resultat);
        }
        json.fermeObjet();
    }

    private void champ(Racine.Page page, ChampDeConnexion champ, List<List<Ligne>> lignes, ResultatDeRacine resultat) {
        if (champ instanceof ChampDeConnexion.NomDeType nom) {
            json.chaineDe(nom.type());
        } else if (champ instanceof ChampDeConnexion.Total) {
            json.brut(Long.toString(resultat.total().orElseThrow()));
        } else if (champ instanceof ChampDeConnexion.Lignes noeuds) {
            json.ouvreListe();
            lignes.forEach(ligne -> ecriture.ligne(page.noeud(), ligne, noeuds.champs()));
            json.fermeListe();
        } else if (champ instanceof ChampDeConnexion.Aretes aretes) {
            json.ouvreListe();
            lignes.forEach(ligne -> arete(page, aretes, ligne, resultat));
            json.fermeListe();
        } else if (champ instanceof ChampDeConnexion.Page info) {
            info(page, info, lignes, resultat);
        } else {
            json.nul();
        }
    }

    private void arete(Racine.Page page, ChampDeConnexion.Aretes aretes, List<Ligne> ligne, ResultatDeRacine resultat) {
        json.ouvreObjet();
        for (var champ : aretes.champs()) {
            json.cle(champ.cle());
            if (champ instanceof ChampDeConnexion.Ligne noeud) {
                ecriture.ligne(page.noeud(), ligne, noeud.champs());
            } else if (champ instanceof ChampDeConnexion.Curseur) {
                json.chaineDe(curseur(page, ligne, resultat));
            } else {
                json.chaineDe(((ChampDeConnexion.NomDeType) champ).type());
            }
        }
        json.fermeObjet();
    }

    private void info(
            Racine.Page page, ChampDeConnexion.Page info, List<List<Ligne>> lignes, ResultatDeRacine resultat) {
        json.ouvreObjet();
        for (var champ : info.champs()) {
            json.cle(champ.cle());
            if (champ instanceof ChampDeConnexion.NomDeType nom) {
                json.chaineDe(nom.type());
                continue;
            }
            switch (((ChampDeConnexion.PartieDePage) champ).nom()) {
                case "hasNextPage" -> json.brut(Boolean.toString(resultat.suite()));
                case "hasPreviousPage" ->
                    json.brut(
                            Boolean.toString(resultat.arguments().page().apres().isPresent()));
                case "startCursor" -> bout(page, lignes, 0, resultat);
                default -> bout(page, lignes, lignes.size() - 1, resultat);
            }
        }
        json.fermeObjet();
    }

    private void bout(Racine.Page page, List<List<Ligne>> lignes, int place, ResultatDeRacine resultat) {
        if (lignes.isEmpty()) {
            json.nul();
        } else {
            json.chaineDe(curseur(page, lignes.get(place), resultat));
        }
    }

    private String curseur(Racine.Page page, List<Ligne> ligne, ResultatDeRacine resultat) {
        var premiere = ligne.get(0);
        var position = page.recherche().isPresent()
                ? new Page.Position(LocalDate.EPOCH, premiere.personne())
                : new Page.Position(
                        premiere.row().getLocalDate(premiere.disposition().tri()), premiere.enregistrement());
        return ecriture.pseudonymes()
                .curseur(ecriture.client(), resultat.arguments().page().lien(), position.octets());
    }

    /** The rows of the page in order; each is one contract, or all the rows of one person. */
    private List<List<Ligne>> lignes(Racine.Page page, ResultatDeRacine resultat) {
        var lues = ecriture.resultats().lignes(page.noeud());
        if (page.recherche().isEmpty()) {
            return lues.getOrDefault(Resultats.RACINE, List.of()).stream()
                    .map(List::of)
                    .toList();
        }
        return resultat.ids().stream()
                .map(id -> lues.getOrDefault(id, List.of()))
                .filter(rows -> !rows.isEmpty())
                .toList();
    }
}
