package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a received row into a sealed one: after this, what it says can be compared and searched, and no longer read. */
final class ScellementDeLignes {

    private final Scellement scellement;
    private final IndexAveugles index;
    private final TracesDIdentite traces;
    private final Map<String, ChampScelle<?>> champs;

    /** @param champs personal fields by column */
    ScellementDeLignes(Scellement scellement, IndexAveugles index, Map<String, ChampScelle<?>> champs) {
        this.scellement = scellement;
        this.index = index;
        this.traces = new TracesDIdentite(index);
        this.champs = Map.copyOf(champs);
    }

    LigneScellee scelle(CleEnregistrement cle, LigneRecue ligne, List<Marque> marques) {
        var cellules = new HashMap<String, Cellule>();
        ligne.clairs().forEach((colonne, texte) -> cellules.put(colonne, Cellule.claire(texte)));
        ligne.personnels()
                .forEach((colonne, valeur) -> cellules.put(
                        colonne,
                        new Cellule(
                                scelle(cle, champs.get(colonne), valeur), null, empreintes(colonne, ligne.index()))));
        return new LigneScellee(cellules, traces.de(ligne.identite()), marques);
    }

    @SuppressWarnings("unchecked")
    private <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<?> valeur) {
        return scellement.scelle(cle, champ, (Sealed<T>) valeur);
    }

    private List<Empreinte> empreintes(String colonne, List<LigneRecue.ValeurIndexee> valeurs) {
        return valeurs.stream()
                .filter(valeur -> valeur.colonne().equals(colonne))
                .flatMap(valeur -> index.empreintes(valeur.genre(), List.of(valeur.valeur())).stream()
                        .map(une -> new Empreinte(valeur.genre(), une.numero(), une.empreinte())))
                .toList();
    }
}
