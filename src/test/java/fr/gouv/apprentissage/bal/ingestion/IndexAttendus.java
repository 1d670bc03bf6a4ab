package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Holds the blind indexes of {@link FichesIndexees} against those that the generations which are there now ask for. */
public final class IndexAttendus {

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
    private final LignesConnues lignes;
    private final int fiches;

    public IndexAttendus(Pool pool, ScellementDeTest test, int fiches) {
        this.pool = pool;
        this.test = test;
        this.lignes = new LignesConnues(test);
        this.fiches = fiches;
    }

    /**
     * What stands in the tables and should not, and what should and does not, each with the record's id at its place: under every generation
     * that is not retired each record has each of its hashes once.
     */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        LignesConnues.parLots(
                fiches, ids -> differences.addAll(differences(ids, ids.stream().flatMap(this::attendues))));
        LignesConnues.parLots(fiches / LignesConnues.EN_QUARANTAINE, rangs -> {
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
        LignesConnues.parLots(fiches, ids -> new Transactions(pool).dans(connexion -> {
            var valeurs = new ArrayList<Empreinte>();
            var traces = new ArrayList<Trace>();
            var cles = new ArrayList<Generation>();
            var restantes = new HashSet<String>();
            for (var id : ids) {
                var scellee = lignes.scellee(test.scellement().nouvelle(id));
                var siennes = LignesConnues.index(scellee).toList();
                var sesCles = lignes.cles(id);
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
        var parCle = new EnregistrementStore(new SecretStore(test.scellement()))
                .trouve(connexion, cles).connus().entrySet().stream()
                        .map(une -> trouvee(
                                "clé", une.getKey().array(), une.getValue().enregistrement()));
        return Stream.of(parValeur.stream(), parIdentite, parCle).flatMap(trouvees -> trouvees);
    }

    private static String trouvee(String par, byte[] empreinte, long id) {
        return par + " " + HEX.formatHex(empreinte) + " " + id;
    }

    private Stream<String> attendues(long id) {
        var scellee = lignes.scellee(test.scellement().nouvelle(id));
        return Stream.of(
                        LignesConnues.index(scellee)
                                .map(une -> ligne("index", une.genre(), une.generation(), une.valeur(), id)),
                        scellee.traces().stream()
                                .map(une -> String.join(
                                        " ",
                                        ligne("rapprochement", une.genre(), une.generation(), une.empreinte(), id),
                                        HEX.formatHex(une.sexe()),
                                        HEX.formatHex(une.departement()),
                                        une.prenomUnique() ? "t" : "f")),
                        Stream.of(id)
                                .filter(un -> un % LignesConnues.ECARTEE == 0)
                                .flatMap(un -> lignes.ecartee(test.scellement().nouvelle(un)).index().stream())
                                .map(une -> ligne("écartée", une.genre(), une.generation(), une.valeur(), id)),
                        lignes.cles(id).stream()
                                .map(une -> ligne("cle", GenreIndex.CLE_CONTRAT, une.numero(), une.empreinte(), id)))
                .flatMap(siennes -> siennes);
    }

    private String rejetAttendu(long id) {
        var courante = test.index()
                .empreintes(GenreIndex.LIGNE, List.of(LignesConnues.rejetee(id)))
                .get(0);
        return ligne("quarantaine", GenreIndex.LIGNE, courante.numero(), courante.empreinte(), id);
    }

    private static String ligne(String quoi, GenreIndex genre, int generation, byte[] empreinte, long id) {
        return quoi + " " + genre.numero() + " " + generation + " " + HEX.formatHex(empreinte) + " " + id;
    }
}
