package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.ArrayList;
import java.util.List;

/** What an identity is matched by: a trace for each rule that applies, under every generation. */
final class TracesDIdentite {

    private final IndexAveugles index;

    TracesDIdentite(IndexAveugles index) {
        this.index = index;
    }

    List<Trace> de(IdentiteRecue identite) {
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
