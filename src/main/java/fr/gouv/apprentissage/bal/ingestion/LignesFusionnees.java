package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.IndexDEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merged records as rows of their tables. */
final class LignesFusionnees {

    private final String source;
    private final List<Extrait> extraits;
    private final Map<String, String> defauts;

    LignesFusionnees(ConnecteurTire connecteur) {
        this.source = connecteur.source();
        this.extraits = connecteur.extraits();
        this.defauts = connecteur.defauts();
    }

    List<Map<String, Cellule>> contrats(
            List<Fusion> fusions, Map<Long, Map<String, Cellule>> avant, FusionDeLot.Moment moment) {
        return fusions.stream()
                .map(une -> contrat(une, avant.getOrDefault(une.enregistrement(), Map.of()), moment))
                .toList();
    }

    private Map<String, Cellule> contrat(Fusion une, Map<String, Cellule> avant, FusionDeLot.Moment moment) {
        var ligne = ligne(une, avant, ContratStore.COLONNES);
        defauts.forEach((colonne, defaut) -> {
            if (une.apres().cellule(colonne).vide()) {
                ligne.put(colonne, Cellule.claire(defaut));
            }
        });
        var vu = Jours.minuit(moment.jour());
        ligne.put("id", Cellule.claire(Long.toString(une.enregistrement())));
        ligne.put("source", Cellule.claire(source));
        ligne.put("etat_du", etatDu(une));
        if (une.nouveau() || une.modifie()) {
            ligne.put("modifie_le", Cellule.claire(moment.estampille().toString()));
        }
        ligne.put("premiere_vue", premier(avant.get("premiere_vue"), vu));
        ligne.put("derniere_vue", etatDu(une));
        for (var rang = 0; rang < extraits.size(); rang++) {
            var dernier = une.apres().jours().get(rang);
            ligne.put("jour_" + extraits.get(rang).nom(), Cellule.claire(dernier == null ? null : dernier.toString()));
        }
        return ligne;
    }

    List<Map<String, Cellule>> identites(
            List<Fusion> fusions, Map<Long, Map<String, Cellule>> avant, Map<Long, Long> personnes) {
        return fusions.stream()
                .map(une -> {
                    var ligne = ligne(une, avant.getOrDefault(une.enregistrement(), Map.of()), IdentiteStore.COLONNES);
                    ligne.put("enregistrement", Cellule.claire(Long.toString(une.enregistrement())));
                    ligne.put("personne", Cellule.claire(Long.toString(personnes.get(une.enregistrement()))));
                    ligne.put("source", Cellule.claire(source));
                    ligne.put("etat_du", etatDu(une));
                    return ligne;
                })
                .toList();
    }

    /** The indexes that must stand anew. */
    List<IndexDEnregistrement> index(List<Fusion> fusions, Map<String, GenreIndex> indexees) {
        var index = new ArrayList<IndexDEnregistrement>();
        for (var une : fusions) {
            indexees.forEach((colonne, genre) -> {
                if (une.changees().contains(colonne)) {
                    index.add(new IndexDEnregistrement(
                            une.enregistrement(),
                            genre,
                            une.apres().cellule(colonne).index()));
                }
            });
            if (une.aApparier()) {
                var empreintes = une.traces().stream()
                        .filter(trace -> trace.genre() == GenreIndex.IDENTITE)
                        .map(trace -> new Empreinte(trace.genre(), trace.generation(), trace.empreinte()))
                        .toList();
                index.add(new IndexDEnregistrement(une.enregistrement(), GenreIndex.IDENTITE, empreintes));
            }
        }
        return index;
    }

    /** Each hash with its record. */
    static List<Map.Entry<Long, Empreinte>> empreintes(List<IndexDEnregistrement> index) {
        return index.stream()
                .flatMap(un -> un.empreintes().stream().map(empreinte -> Map.entry(un.enregistrement(), empreinte)))
                .toList();
    }

    private static Map<String, Cellule> ligne(Fusion une, Map<String, Cellule> avant, List<Colonne> colonnes) {
        var ligne = new HashMap<>(avant);
        for (var colonne : colonnes) {
            if (une.changees().contains(colonne.nom())) {
                ligne.put(colonne.nom(), une.apres().cellule(colonne.nom()));
            }
        }
        return ligne;
    }

    private static Cellule etatDu(Fusion une) {
        return Cellule.claire(une.apres()
                .jour()
                .map(Jours::minuit)
                .map(OffsetDateTime::toString)
                .orElseThrow());
    }

    /** The day on which a record was first merged stays; days are read in their order. */
    private static Cellule premier(Cellule connue, OffsetDateTime vu) {
        return connue == null || connue.vide() ? Cellule.claire(vu.toString()) : connue;
    }
}
