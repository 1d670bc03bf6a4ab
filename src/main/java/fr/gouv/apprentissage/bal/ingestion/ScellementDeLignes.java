package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a received row into a sealed one: after this, what it says can be compared and searched, and no longer read. */
final class ScellementDeLignes {

    private final Scellement scellement;
    private final Map<String, ChampScelle<?>> champs;

    /** @param champs personal fields by column */
    ScellementDeLignes(Scellement scellement, Map<String, ChampScelle<?>> champs) {
        this.scellement = scellement;
        this.champs = Map.copyOf(champs);
    }

    /** @param preparee the row of a record, with its hashes */
    LigneScellee scelle(CleEnregistrement cle, PreparationDeLignes.Preparee preparee) {
        var ligne = (LigneRecue) preparee.ligne();
        var cellules = new HashMap<String, Cellule>();
        ligne.clairs().forEach((colonne, texte) -> cellules.put(colonne, Cellule.claire(texte)));
        ligne.personnels()
                .forEach((colonne, valeur) -> cellules.put(
                        colonne,
                        new Cellule(
                                scelle(cle, champs.get(colonne), valeur),
                                null,
                                preparee.index().getOrDefault(colonne, List.of()))));
        return new LigneScellee(cellules, preparee.traces(), preparee.marques());
    }

    @SuppressWarnings("unchecked")
    private <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<?> valeur) {
        return scellement.scelle(cle, champ, (Sealed<T>) valeur);
    }
}
