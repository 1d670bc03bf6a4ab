package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a received row into a sealed one: after this, what it says can be compared and searched, and no longer read. */
final class ScellementDeLignes {

    private final Scellement scellement;
    private final IndexAveugles index;
    private final Map<String, ChampScelle<?>> champs;

    /** @param champs personal fields by column */
    ScellementDeLignes(Scellement scellement, IndexAveugles index, Map<String, ChampScelle<?>> champs) {
        this.scellement = scellement;
        this.index = index;
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
        return new LigneScellee(cellules, traces(ligne.identite()), marques);
    }

    @SuppressWarnings("unchecked")
    private <T> byte[] scelle(CleEnregistrement cle, ChampScelle<T> champ, Sealed<?> valeur) {
        return scellement.scelle(cle, champ, (Sealed<T>) valeur);
    }

    private List<Empreinte> empreintes(String colonne, List<LigneRecue.ValeurIndexee> valeurs) {
        return valeurs.stream()
                .filter(valeur -> valeur.colonne().equals(colonne))
                .map(valeur -> courante(valeur.genre(), List.of(valeur.valeur())))
                .toList();
    }

    private Empreinte courante(GenreIndex genre, List<Sealed<?>> parties) {
        var generation = index.empreintes(genre, parties).get(0);
        return new Empreinte(genre, generation.numero(), generation.empreinte());
    }

    private List<Trace> traces(IdentiteRecue identite) {
        var traces = new ArrayList<Trace>();
        if (identite.ine() != null) {
            ajoute(traces, GenreIndex.INE_NAISSANCE, List.of(identite.ine(), identite.dateNaissance()), identite);
        }
        if (identite.numero() != null) {
            ajoute(
                    traces,
                    GenreIndex.CONTRAT_PRENOMS,
                    List.of(identite.numero(), identite.dateNaissance(), identite.prenoms()),
                    identite);
        }
        List<Sealed<?>> complete = List.of(identite.nom(), identite.prenoms(), identite.dateNaissance());
        ajoute(traces, GenreIndex.IDENTITE, complete, identite);
        ajoute(traces, GenreIndex.IDENTITE_PREMIER_PRENOM, complete, identite);
        return traces;
    }

    private void ajoute(List<Trace> traces, GenreIndex genre, List<Sealed<?>> parties, IdentiteRecue identite) {
        for (var generation : index.empreintes(genre, parties)) {
            traces.add(new Trace(
                    genre,
                    generation.numero(),
                    generation.empreinte(),
                    index.contradiction(generation, identite.sexe()),
                    index.contradiction(generation, identite.departementNaissance()),
                    identite.prenomUnique()));
        }
    }
}
