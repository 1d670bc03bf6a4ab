package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Marque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the hashes of rows: by which their records are found, searched and matched, and held against marks of suppression. Asks no database. */
final class PreparationDeLignes {

    /**
     * A row and its place in the page.
     *
     * @param rang place, from 0
     * @param ligne the row
     */
    record Placee(int rang, LigneLue ligne) {}

    /**
     * A row with its hashes.
     *
     * @param rang its place in the page
     * @param ligne the row
     * @param cles of its natural key, or of the whole row where it cannot be identified
     * @param marques by which it is held against marks of suppression
     * @param traces what it is matched by
     * @param index by which it is searched, by column
     */
    record Preparee(
            int rang,
            LigneLue ligne,
            List<Generation> cles,
            List<Marque> marques,
            List<Trace> traces,
            Map<String, List<Empreinte>> index) {}

    /**
     * Rows with their hashes.
     *
     * @param recues the rows as they were received
     * @param lignes the same, prepared
     * @param sous the generations under which the hashes were made
     */
    record Lot(List<Placee> recues, List<Preparee> lignes, Sous sous) {}

    /** The versions of keys under which hashes are made at one moment, the current ones first. */
    record Sous(Map<GenreIndex, List<Integer>> index, List<Integer> marques) {

        static final Sous AUCUNE = new Sous(Map.of(), List.of());
    }

    private final IndexAveugles index;
    private final Rappels rappels;
    private final TracesDIdentite traces;

    PreparationDeLignes(IndexAveugles index, Rappels rappels) {
        this.index = index;
        this.rappels = rappels;
        this.traces = new TracesDIdentite(index);
    }

    /** Makes the hashes ahead of the transaction that writes them, where the keys are in memory: {@link #aJour} is the one that must have them. */
    Lot prepare(List<Placee> recues) {
        try {
            // Before the first of them: a generation that comes while they are made is seen by whoever compares.
            var sous = sous();
            return new Lot(recues, lignes(recues), sous);
        } catch (ClesIndisponibles absentes) {
            // Who joins may be brought the keys by it; who stopped here would never join.
            return new Lot(recues, List.of(), Sous.AUCUNE);
        }
    }

    /**
     * The rows with the hashes of now, within a transaction that has joined.
     *
     * @throws ClesIndisponibles when a key is not in memory
     */
    List<Preparee> lignes(List<Placee> recues) {
        return recues.stream().map(this::prepare).toList();
    }

    /**
     * The rows with the hashes that must be written now. To be called once the transaction has joined
     * ({@link fr.gouv.apprentissage.bal.scellement.VersionsDeCles#rejoins}): what was made under other generations is made again.
     *
     * @throws ClesIndisponibles when a key is not in memory
     */
    List<Preparee> aJour(Lot lot) {
        return lot.sous().equals(sous()) ? lot.lignes() : lignes(lot.recues());
    }

    private Sous sous() {
        return new Sous(index.generations(), rappels.versions());
    }

    private Preparee prepare(Placee placee) {
        var marques = rappels.marques(placee.ligne());
        if (placee.ligne() instanceof LigneRejetee rejetee) {
            var entiere = index.empreintes(GenreIndex.LIGNE, List.of(rejetee.ligne()));
            return new Preparee(placee.rang(), rejetee, entiere, marques, List.of(), Map.of());
        }
        var recue = (LigneRecue) placee.ligne();
        return new Preparee(
                placee.rang(),
                recue,
                index.empreintes(GenreIndex.CLE_CONTRAT, recue.cle()),
                marques,
                traces.de(recue.identite()),
                index(recue));
    }

    private Map<String, List<Empreinte>> index(LigneRecue ligne) {
        var parColonne = new HashMap<String, List<Empreinte>>();
        for (var valeur : ligne.index()) {
            var empreintes = index.empreintes(valeur.genre(), List.of(valeur.valeur())).stream()
                    .map(une -> new Empreinte(valeur.genre(), une.numero(), une.empreinte()))
                    .toList();
            parColonne.merge(valeur.colonne(), empreintes, PreparationDeLignes::suivies);
        }
        return parColonne;
    }

    private static List<Empreinte> suivies(List<Empreinte> unes, List<Empreinte> autres) {
        return Stream.concat(unes.stream(), autres.stream()).toList();
    }
}
