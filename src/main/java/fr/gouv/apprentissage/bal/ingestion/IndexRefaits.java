package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The blind indexes of a stored record under one generation, made of its values without reading them. Only what stands under another
 * generation is made, so that it is found by nothing more than before.
 */
final class IndexRefaits {

    private static final Map<GenreIndex, String> COLONNES =
            EcritureDeLot.INDEXEES.entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final Scellement scellement;
    private final IndexAveugles index;
    private final TracesDIdentite traces;
    private final Map<String, ChampScelle<?>> champs = AtelierDIngestion.champs();
    private final Autorisation autorisation = Autorisation.deTraitement(
            Traitement.REINDEXATION,
            champs.values().stream().map(ChampScelle::numero).collect(toSet()));
    private final int generation;

    IndexRefaits(Scellement scellement, IndexAveugles index, int generation) {
        this.scellement = scellement;
        this.index = index;
        this.traces = new TracesDIdentite(index);
        this.generation = generation;
    }

    /**
     * @throws fr.gouv.apprentissage.bal.scellement.ValeurAlteree when a value of the record does not open
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory
     */
    Reindexe de(AReindexer record) {
        var refaites = traces(record);
        var genres = manquants(record.index().stream().toList());
        var index = new ArrayList<Empreinte>();
        genres.stream()
                .filter(COLONNES::containsKey)
                .forEach(genre -> index.addAll(empreintes(record.cle(), genre, record.cellule(COLONNES.get(genre)))));
        if (genres.contains(GenreIndex.IDENTITE)) {
            toutes(record).stream()
                    .filter(trace -> trace.genre() == GenreIndex.IDENTITE)
                    .forEach(trace -> index.add(new Empreinte(trace.genre(), generation, trace.empreinte())));
        }
        return new Reindexe(record.enregistrement(), refaites, index, cle(record), ecartes(record));
    }

    /** As a rule stands now: what is not known under it stays so, even if another row states it. */
    private List<Trace> traces(AReindexer record) {
        var presentes = record.traces().stream()
                .filter(trace -> trace.generation() == generation)
                .map(Trace::genre)
                .collect(toSet());
        var anciennes = record.traces().stream()
                .filter(trace -> !presentes.contains(trace.genre()))
                .collect(toMap(Trace::genre, trace -> trace, (une, autre) -> une));
        if (anciennes.isEmpty()) {
            return List.of();
        }
        return toutes(record).stream()
                .filter(trace -> anciennes.containsKey(trace.genre()))
                .map(trace -> commeAvant(trace, anciennes.get(trace.genre())))
                .toList();
    }

    private static Trace commeAvant(Trace trace, Trace avant) {
        return trace.avec(
                avant.sexe() == null ? null : trace.sexe(), avant.departement() == null ? null : trace.departement());
    }

    private List<Trace> toutes(AReindexer record) {
        var cle = record.cle();
        var identite = new IdentiteRecue(
                this.<String>relis(cle, "nom", record.cellule("nom")),
                this.<List<String>>relis(cle, "prenoms", record.cellule("prenoms")),
                record.traces().stream().anyMatch(Trace::prenomUnique),
                this.<LocalDate>relis(cle, "date_naissance", record.cellule("date_naissance")),
                this.<String>relis(cle, "ine", record.cellule("ine")),
                this.<String>relis(cle, "numero", record.cellule("numero")),
                this.<Sexe>relis(cle, "sexe", record.cellule("sexe")),
                this.<String>relis(cle, "departement_naissance", record.cellule("departement_naissance")));
        return traces.de(identite).stream()
                .filter(trace -> trace.generation() == generation)
                .toList();
    }

    private List<byte[]> cle(AReindexer record) {
        if (record.cles().isEmpty() || record.cles().contains(generation)) {
            return List.of();
        }
        var type = record.cellule("type").clair();
        var avenant = record.cellule("numero_avenant").clair();
        List<Sealed<?>> parties = Arrays.asList(
                relis(record.cle(), "numero", record.cellule("numero")),
                type == null ? null : Sealed.recu(type),
                avenant == null ? null : Sealed.recu(avenant),
                relis(record.cle(), "date_naissance", record.cellule("date_naissance")));
        return sous(GenreIndex.CLE_CONTRAT, parties).map(Empreinte::valeur).toList();
    }

    private Map<String, Map<Integer, Cellule>> ecartes(AReindexer record) {
        var refaits = new HashMap<String, Map<Integer, Cellule>>();
        var lacune = false;
        for (var colonne : record.ecartes().entrySet()) {
            var cellules = new HashMap<>(colonne.getValue());
            for (var dite : colonne.getValue().entrySet()) {
                var refaite = refaite(record.cle(), colonne.getKey(), dite.getValue());
                lacune |= refaite != dite.getValue();
                cellules.put(dite.getKey(), refaite);
            }
            refaits.put(colonne.getKey(), cellules);
        }
        return lacune ? refaits : Map.of();
    }

    private Cellule refaite(CleEnregistrement cle, String colonne, Cellule cellule) {
        var genre = EcritureDeLot.INDEXEES.get(colonne);
        if (genre == null || !manquants(cellule.index()).contains(genre)) {
            return cellule;
        }
        var toutes = Stream.concat(cellule.index().stream(), empreintes(cle, genre, cellule).stream());
        return new Cellule(cellule.scelle(), cellule.clair(), toutes.toList());
    }

    private List<GenreIndex> manquants(List<Empreinte> index) {
        var presents = index.stream()
                .filter(une -> une.generation() == generation)
                .map(Empreinte::genre)
                .collect(toSet());
        return index.stream()
                .map(Empreinte::genre)
                .distinct()
                .filter(genre -> !presents.contains(genre))
                .toList();
    }

    private List<Empreinte> empreintes(CleEnregistrement cle, GenreIndex genre, Cellule cellule) {
        if (cellule.vide()) {
            return List.of();
        }
        var colonne = COLONNES.get(genre);
        if (genre == GenreIndex.INE) {
            return sous(genre, List.of(relis(cle, colonne, cellule))).toList();
        }
        return Sealed.elements(this.<List<Object>>relis(cle, colonne, cellule)).stream()
                .flatMap(une -> sous(genre, List.of(une)))
                .toList();
    }

    private Stream<Empreinte> sous(GenreIndex genre, List<Sealed<?>> parties) {
        return index.empreintes(genre, parties).stream()
                .filter(une -> une.numero() == generation)
                .map(une -> new Empreinte(genre, generation, une.empreinte()));
    }

    @SuppressWarnings("unchecked")
    private <T> Sealed<T> relis(CleEnregistrement cle, String colonne, Cellule cellule) {
        return cellule.vide()
                ? null
                : (Sealed<T>) scellement.relis(autorisation, cle, champs.get(colonne), cellule.scelle());
    }
}
