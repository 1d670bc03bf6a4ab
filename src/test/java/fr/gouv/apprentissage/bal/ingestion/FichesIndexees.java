package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Records whose values are known from their ids, with every blind index that ingestion gives them: written under the generations that are
 * there, and held afterwards against those that are there then. Every tenth has a quarantined row beside it, every seventh a beaten value.
 */
public final class FichesIndexees {

    private static final int LOT = 1000;
    private static final int EN_QUARANTAINE = 10;
    private static final int ECARTEE = 7;
    private static final String HIER = "2025-09-01T00:00:00Z";
    private static final ChampScelle<List<Courriel>> COURRIELS = ChampsScelles.de(Personne.class, "courriels");
    private static final HexFormat HEX = HexFormat.of();
    private static final String STOCKEES = "select concat_ws(' ', quoi, genre, generation, encode(empreinte, 'hex'),"
            + " enregistrement, encode(sexe, 'hex'), encode(departement, 'hex'), prenom_unique) from ("
            + "select 'index' as quoi, genre, generation, empreinte, enregistrement, null::bytea as sexe,"
            + " null::bytea as departement, null::boolean as prenom_unique from index_aveugle"
            + " union all select 'rapprochement', genre, generation, empreinte, enregistrement, sexe, departement,"
            + " prenom_unique from rapprochement"
            + " union all select 'cle', 8, generation, empreinte, enregistrement, null, null, null from contrat_cle"
            + " union all select 'quarantaine', 9, generation, empreinte, enregistrement, null, null, null from quarantaine"
            + ") l where enregistrement between $1 and $2";

    private final Pool pool;
    private final ScellementDeTest test;
    private final IndexAveugles index;
    private final ScellementDeLignes lignes;
    private final int fiches;

    /** @param fiches how many: their ids go from 1 on, those of quarantined rows come after */
    public FichesIndexees(Pool pool, ScellementDeTest test, int fiches) {
        this.pool = pool;
        this.test = test;
        this.index = test.index();
        this.lignes = new ScellementDeLignes(test.scellement(), index, AtelierDIngestion.champs());
        this.fiches = fiches;
    }

    /** Writes them, and their quarantined rows. */
    public void ecris() {
        parLots(fiches, ids -> new Transactions(pool).dans(connexion -> ecris(connexion, ids)));
        parLots(fiches / EN_QUARANTAINE, rangs -> new Transactions(pool)
                .dans(connexion -> metsEnQuarantaine(connexion, rangs)));
    }

    private int ecris(SqlConnection connexion, List<Long> ids) {
        var cles = ids.stream().map(test.scellement()::nouvelle).toList();
        new EnregistrementStore(test.scellement()).garde(connexion, cles);
        var scellees = cles.stream()
                .collect(Collectors.toMap(
                        CleEnregistrement::enregistrement, cle -> lignes.scelle(cle, recue(cle), List.of())));
        new ContratStore().ajoute(connexion, colonnes(scellees, "id", ContratStore.COLONNES));
        new IdentiteStore().ajoute(connexion, colonnes(scellees, "enregistrement", IdentiteStore.COLONNES));
        new JourneeStore()
                .ecarte(
                        connexion,
                        cles.stream()
                                .filter(cle -> cle.enregistrement() % ECARTEE == 0)
                                .collect(Collectors.toMap(
                                        CleEnregistrement::enregistrement,
                                        cle -> Map.of("courriels", Map.of(1, ecartee(cle))))));
        new RapprochementStore()
                .ajoute(
                        connexion,
                        scellees.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, une -> une.getValue()
                                .traces())));
        new IdentiteStore()
                .ajouteIndex(
                        connexion,
                        scellees.entrySet().stream()
                                .flatMap(une ->
                                        index(une.getValue()).map(empreinte -> Map.entry(une.getKey(), empreinte)))
                                .toList());
        new EnregistrementStore(test.scellement())
                .nomme(
                        connexion,
                        cles.stream()
                                .flatMap(cle -> index
                                        .empreintes(
                                                GenreIndex.CLE_CONTRAT,
                                                recue(cle).cle())
                                        .stream()
                                        .map(empreinte -> Map.entry(empreinte, cle)))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return ids.size();
    }

    private int metsEnQuarantaine(SqlConnection connexion, List<Long> rangs) {
        var cles = rangs.stream()
                .map(rang -> test.scellement().nouvelle(fiches + rang))
                .toList();
        new EnregistrementStore(test.scellement()).garde(connexion, cles);
        connexion
                .preparedQuery("insert into quarantaine"
                        + " (enregistrement, empreinte, contenu, source, extrait, jour, motif, recue_le, generation)"
                        + " select u.*, 'DECA', 'TBA', '2025-09-01', 'SANS_NUMERO', now(), 1"
                        + " from unnest($1::bigint[], $2::bytea[], $3::bytea[]) as u")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(
                                        index.empreinte(GenreIndex.LIGNE, List.of(rejetee(cle.enregistrement())))))
                                .toArray(Buffer[]::new),
                        cles.stream()
                                .map(cle -> Buffer.buffer(test.scellement()
                                        .scelle(cle, MiseEnAttente.LIGNE, rejetee(cle.enregistrement()))))
                                .toArray(Buffer[]::new)));
        return rangs.size();
    }

    /**
     * What stands in the tables and should not, and what should and does not, each with the record's id at its place: under every generation
     * that is not retired each record has each of its hashes once.
     */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        parLots(fiches, ids -> differences.addAll(differences(ids, ids.stream().flatMap(this::attendues))));
        parLots(fiches / EN_QUARANTAINE, rangs -> {
            var ids = rangs.stream().map(rang -> fiches + rang).toList();
            return differences.addAll(differences(ids, ids.stream().map(this::rejetAttendu)));
        });
        return differences;
    }

    private List<String> differences(List<Long> ids, Stream<String> attendues) {
        var restantes = new HashMap<String, Integer>();
        attendues.forEach(une -> restantes.merge(une, 1, Integer::sum));
        pool.preparedQuery(
                        "select enregistrement, empreintes from contrat_ecarte where enregistrement between $1 and $2")
                .executeAndAwait(Tuple.of(ids.get(0), ids.get(ids.size() - 1)))
                .forEach(ligne -> FormatDeStaging.empreintes(ligne.getBuffer(1).getBytes())
                        .forEach(une -> restantes.merge(
                                ligne("écartée", une.genre(), une.generation(), une.valeur(), ligne.getLong(0)),
                                -1,
                                Integer::sum)));
        pool.preparedQuery(STOCKEES)
                .executeAndAwait(Tuple.of(ids.get(0), ids.get(ids.size() - 1)))
                .forEach(ligne -> restantes.merge(ligne.getString(0), -1, Integer::sum));
        return restantes.entrySet().stream()
                .filter(une -> une.getValue() != 0)
                .map(une -> une.getKey() + (une.getValue() > 0 ? " manque" : " est de trop"))
                .toList();
    }

    /** Hashes by which a look-up of values, of identities or of natural keys does not find their record, or finds another one. */
    public List<String> introuvables() {
        var introuvables = new ArrayList<String>();
        parLots(fiches, ids -> new Transactions(pool).dans(connexion -> {
            var valeurs = new ArrayList<Empreinte>();
            var traces = new ArrayList<Trace>();
            var cles = new ArrayList<Generation>();
            var restantes = new HashSet<String>();
            for (var id : ids) {
                var scellee = lignes.scelle(test.scellement().nouvelle(id), recue(id), List.of());
                var siennes = index(scellee).toList();
                var sesCles = index.empreintes(GenreIndex.CLE_CONTRAT, recue(id).cle());
                valeurs.addAll(siennes);
                traces.addAll(scellee.traces());
                cles.addAll(sesCles);
                siennes.forEach(une -> restantes.add(trouvee("valeur", une.valeur(), id)));
                scellee.traces().forEach(une -> restantes.add(trouvee("identité", une.empreinte(), id)));
                sesCles.forEach(une -> restantes.add(trouvee("clé", une.empreinte(), id)));
            }
            trouvees(connexion, valeurs, traces, cles).forEach(une -> {
                if (!restantes.remove(une)) {
                    introuvables.add(une + " est de trop");
                }
            });
            return introuvables.addAll(restantes);
        }));
        return introuvables;
    }

    private Stream<String> trouvees(
            SqlConnection connexion, List<Empreinte> valeurs, List<Trace> traces, List<Generation> cles) {
        var parValeur = new ArrayList<String>();
        connexion
                .preparedQuery(
                        "select empreinte, enregistrement from unnest($1::smallint[], $2::smallint[], $3::bytea[])"
                                + " as u(genre, generation, empreinte) join index_aveugle using (genre, generation, empreinte)")
                .executeAndAwait(Tuple.of(
                        valeurs.stream()
                                .map(une -> (short) une.genre().numero())
                                .toArray(Short[]::new),
                        valeurs.stream().map(une -> (short) une.generation()).toArray(Short[]::new),
                        valeurs.stream().map(une -> Buffer.buffer(une.valeur())).toArray(Buffer[]::new)))
                .forEach(ligne ->
                        parValeur.add(trouvee("valeur", ligne.getBuffer(0).getBytes(), ligne.getLong(1))));
        var parIdentite = new RapprochementStore()
                .candidats(connexion, traces).stream()
                        .map(un -> un.temoin())
                        .map(un -> trouvee("identité", un.trace().empreinte(), un.enregistrement()));
        var parCle = new EnregistrementStore(test.scellement())
                .trouve(connexion, cles).connus().entrySet().stream()
                        .map(une -> trouvee(
                                "clé", une.getKey().array(), une.getValue().enregistrement()));
        return Stream.of(parValeur.stream(), parIdentite, parCle).flatMap(trouvees -> trouvees);
    }

    private static String trouvee(String par, byte[] empreinte, long id) {
        return par + " " + HEX.formatHex(empreinte) + " " + id;
    }

    private Stream<String> attendues(long id) {
        var scellee = lignes.scelle(test.scellement().nouvelle(id), recue(id), List.of());
        return Stream.of(
                        index(scellee).map(une -> ligne("index", une.genre(), une.generation(), une.valeur(), id)),
                        scellee.traces().stream()
                                .map(une -> String.join(
                                        " ",
                                        ligne("rapprochement", une.genre(), une.generation(), une.empreinte(), id),
                                        HEX.formatHex(une.sexe()),
                                        HEX.formatHex(une.departement()),
                                        une.prenomUnique() ? "t" : "f")),
                        Stream.of(id)
                                .filter(un -> un % ECARTEE == 0)
                                .flatMap(un -> ecartee(test.scellement().nouvelle(un)).index().stream())
                                .map(une -> ligne("écartée", une.genre(), une.generation(), une.valeur(), id)),
                        index.empreintes(GenreIndex.CLE_CONTRAT, recue(id).cle()).stream()
                                .map(une -> ligne("cle", GenreIndex.CLE_CONTRAT, une.numero(), une.empreinte(), id)))
                .flatMap(lignes -> lignes);
    }

    private String rejetAttendu(long id) {
        var courante = index.empreintes(GenreIndex.LIGNE, List.of(rejetee(id))).get(0);
        return ligne("quarantaine", GenreIndex.LIGNE, courante.numero(), courante.empreinte(), id);
    }

    private static String ligne(String quoi, GenreIndex genre, int generation, byte[] empreinte, long id) {
        return quoi + " " + genre.numero() + " " + generation + " " + HEX.formatHex(empreinte) + " " + id;
    }

    /** What the table of searches holds: the values of the row, and its identity. */
    private static Stream<Empreinte> index(LigneScellee scellee) {
        return Stream.concat(
                scellee.cellules().values().stream().flatMap(cellule -> cellule.index().stream()),
                scellee.traces().stream()
                        .filter(trace -> trace.genre() == GenreIndex.IDENTITE)
                        .map(trace -> new Empreinte(trace.genre(), trace.generation(), trace.empreinte())));
    }

    private static List<Map<String, Cellule>> colonnes(
            Map<Long, LigneScellee> scellees, String cle, List<Colonne> colonnes) {
        return scellees.entrySet().stream()
                .map(une -> {
                    var ligne = new HashMap<String, Cellule>();
                    Stream.of("etat_du", "modifie_le", "premiere_vue", "derniere_vue")
                            .forEach(date -> ligne.put(date, Cellule.claire(HIER)));
                    ligne.put("source", Cellule.claire("DECA"));
                    ligne.put("personne", Cellule.claire(une.getKey().toString()));
                    colonnes.forEach(colonne -> ligne.put(
                            colonne.nom(), une.getValue().cellules().getOrDefault(colonne.nom(), Cellule.VIDE)));
                    ligne.put(cle, Cellule.claire(une.getKey().toString()));
                    return (Map<String, Cellule>) ligne;
                })
                .toList();
    }

    /** What the other extract of the day said of the addresses, and was not kept. */
    private Cellule ecartee(CleEnregistrement cle) {
        var courriel = new Courriel("ancien" + cle.enregistrement() + "@exemple.fr");
        return new Cellule(
                test.scellement().scelle(cle, COURRIELS, Sealed.recu(List.of(courriel))),
                null,
                index.empreintes(GenreIndex.COURRIEL, List.of(Sealed.recu(courriel))).stream()
                        .map(une -> new Empreinte(GenreIndex.COURRIEL, une.numero(), une.empreinte()))
                        .toList());
    }

    private static LigneRecue recue(CleEnregistrement cle) {
        return recue(cle.enregistrement());
    }

    private static LigneRecue recue(long id) {
        var nom = Sealed.recu("Nom-" + id);
        var prenoms = Sealed.recu(id % 4 == 0 ? List.of("Prénom" + id) : List.of("Prénom" + id, "Deux"));
        var naissance = Sealed.recu(LocalDate.of(2000, 1, 1).plusDays(id % 3000));
        var sexe = Sealed.recu(id % 2 == 0 ? Sexe.F : Sexe.M);
        var departement = Sealed.recu(String.format("%02d", 1 + id % 95));
        var ine = Sealed.recu(String.format("%09dAB", id));
        var numero = Sealed.recu(String.format("%012d", id));
        var courriels = IntStream.rangeClosed(1, id % 3 == 0 ? 2 : 1)
                .mapToObj(rang -> new Courriel("personne" + id + "." + rang + "@exemple.fr"))
                .toList();
        var telephone = String.format("+336%08d", id);
        return new LigneRecue(
                List.of(numero, Sealed.recu("11"), Sealed.recu("1"), naissance),
                new IdentiteRecue(nom, prenoms, id % 4 == 0, naissance, ine, numero, sexe, departement),
                Map.of(
                        "nom", nom,
                        "prenoms", prenoms,
                        "date_naissance", naissance,
                        "sexe", sexe,
                        "departement_naissance", departement,
                        "ine", ine,
                        "numero", numero,
                        "courriels", Sealed.recu(courriels),
                        "telephones", Sealed.recu(List.of(telephone))),
                Map.of("type", "11", "numero_avenant", "1"),
                Stream.concat(
                                Stream.of(
                                        new LigneRecue.ValeurIndexee("ine", GenreIndex.INE, ine),
                                        new LigneRecue.ValeurIndexee(
                                                "telephones", GenreIndex.TELEPHONE, Sealed.recu(telephone))),
                                courriels.stream()
                                        .map(un -> new LigneRecue.ValeurIndexee(
                                                "courriels", GenreIndex.COURRIEL, Sealed.recu(un))))
                        .toList(),
                List.of());
    }

    private static Sealed<String> rejetee(long id) {
        return Sealed.recu("{\"ligne\":" + id + "}");
    }

    private static void parLots(int nombre, Function<List<Long>, ?> action) {
        for (var debut = 1L; debut <= nombre; debut += LOT) {
            action.apply(LongStream.rangeClosed(debut, Math.min(nombre, debut + LOT - 1))
                    .boxed()
                    .toList());
        }
    }
}
