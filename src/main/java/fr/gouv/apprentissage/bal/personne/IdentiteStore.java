package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code identite}: what each record states of a human being, and who that is. All in bulk, within the caller's transaction. */
public final class IdentiteStore {

    /** Columns that hold what a source states. */
    public static final List<Colonne> COLONNES = Colonne.de(Personne.class);

    private static final List<LignesDeTable.Colonne> TETE = List.of(
            new LignesDeTable.Colonne("enregistrement", "bigint"),
            new LignesDeTable.Colonne("personne", "bigint"),
            new LignesDeTable.Colonne("source", "text"),
            new LignesDeTable.Colonne("etat_du", "timestamptz"));

    private final LignesDeTable identites = new LignesDeTable("identite", "enregistrement", colonnes());
    private final LignesDeTable dates = new LignesDeTable(
            "identite",
            "enregistrement",
            TETE.stream()
                    .filter(colonne -> List.of("enregistrement", "etat_du").contains(colonne.nom()))
                    .toList());

    /** The rows of these records, by record: {@code enregistrement, personne, source, etat_du} and the stated columns. */
    public Map<Long, Map<String, Cellule>> charge(SqlConnection connexion, Collection<Long> enregistrements) {
        return identites.charge(connexion, enregistrements);
    }

    /** Adds rows. */
    public void ajoute(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        identites.ajoute(connexion, lignes);
    }

    /** Replaces rows. */
    public void remplace(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        identites.remplace(connexion, lignes);
    }

    /** Moves {@code etat_du} alone, of records that say the same as before. */
    public void revoit(SqlConnection connexion, List<Map<String, Cellule>> lignes) {
        dates.remplace(connexion, lignes);
    }

    /** How many records each of these persons has. */
    public Map<Long, Integer> tailles(SqlConnection connexion, Collection<Long> personnes) {
        var tailles = new HashMap<Long, Integer>();
        connexion
                .preparedQuery(
                        "select personne, count(*)::int as taille from identite where personne = any($1) group by 1")
                .executeAndAwait(Tuple.of((Object) personnes.toArray(Long[]::new)))
                .forEach(ligne -> tailles.put(ligne.getLong("personne"), ligne.getInteger("taille")));
        return tailles;
    }

    /** Ids for new persons. */
    public List<Long> reserve(SqlConnection connexion, int nombre) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery("select nextval('personne_seq') as id from generate_series(1, $1)")
                .executeAndAwait(Tuple.of(nombre))
                .forEach(ligne -> ids.add(ligne.getLong("id")));
        return ids;
    }

    /** Lets survivors answer for persons that lost their last record; chains stay one step long. */
    public void fusionne(SqlConnection connexion, Map<Long, Long> remplacees) {
        if (remplacees.isEmpty()) {
            return;
        }
        var parametres = Tuple.of(
                remplacees.keySet().toArray(Long[]::new), remplacees.values().toArray(Long[]::new));
        connexion
                .preparedQuery(
                        "update personne_fusionnee f set survivante = u.survivante"
                                + " from unnest($1::bigint[], $2::bigint[]) as u(ancienne, survivante) where f.survivante = u.ancienne")
                .executeAndAwait(parametres);
        connexion
                .preparedQuery("insert into personne_fusionnee (ancienne, survivante)"
                        + " select * from unnest($1::bigint[], $2::bigint[])"
                        + " on conflict (ancienne) do update set survivante = excluded.survivante")
                .executeAndAwait(parametres);
    }

    /** The blind indexes by which these records are found, those of their matching aside. */
    public Map<Long, List<Empreinte>> index(SqlConnection connexion, Collection<Long> enregistrements) {
        var index = new HashMap<Long, List<Empreinte>>();
        for (var ligne : connexion
                .preparedQuery("select * from index_aveugle where enregistrement = any($1)")
                .executeAndAwait(Tuple.of((Object) enregistrements.toArray(Long[]::new)))) {
            index.computeIfAbsent(ligne.getLong("enregistrement"), nouveau -> new ArrayList<>())
                    .add(new Empreinte(
                            GenreIndex.deNumero(ligne.getInteger("genre")),
                            ligne.getInteger("generation"),
                            ligne.getBuffer("empreinte").getBytes()));
        }
        return index;
    }

    /** Replaces the blind indexes of these kinds of these records. */
    public void indexe(SqlConnection connexion, List<IndexDEnregistrement> index) {
        if (index.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery(
                        "delete from index_aveugle a using unnest($1::bigint[], $2::smallint[]) as u(enregistrement, genre)"
                                + " where a.enregistrement = u.enregistrement and a.genre = u.genre")
                .executeAndAwait(Tuple.of(
                        index.stream().map(IndexDEnregistrement::enregistrement).toArray(Long[]::new),
                        index.stream().map(un -> (short) un.genre().numero()).toArray(Short[]::new)));
        ajouteIndex(
                connexion,
                index.stream()
                        .flatMap(un ->
                                un.empreintes().stream().map(empreinte -> Map.entry(un.enregistrement(), empreinte)))
                        .toList());
    }

    /** Adds to the blind indexes of records, each with its record. */
    public void ajouteIndex(SqlConnection connexion, List<Map.Entry<Long, Empreinte>> lignes) {
        if (lignes.isEmpty()) {
            return;
        }
        connexion
                .preparedQuery("insert into index_aveugle (enregistrement, genre, generation, empreinte)"
                        + " select * from unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::bytea[])"
                        + " on conflict do nothing")
                .executeAndAwait(Tuple.of(
                        lignes.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                        lignes.stream()
                                .map(ligne -> (short) ligne.getValue().genre().numero())
                                .toArray(Short[]::new),
                        lignes.stream()
                                .map(ligne -> (short) ligne.getValue().generation())
                                .toArray(Short[]::new),
                        lignes.stream()
                                .map(ligne -> Buffer.buffer(ligne.getValue().valeur()))
                                .toArray(Buffer[]::new)));
    }

    private static List<LignesDeTable.Colonne> colonnes() {
        var colonnes = new ArrayList<>(TETE);
        COLONNES.forEach(colonne -> colonnes.add(new LignesDeTable.Colonne(colonne.nom(), colonne.typeSql())));
        return colonnes;
    }
}
