package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleDeTable;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.Rescellement;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Staged rows as a place of sealed values: many in one column ({@link FormatDeStaging}), so SQL cannot tell their versions. */
final class LignesEnAttente implements LieuScelle {

    private static final TableDEnregistrements TABLE = new TableDEnregistrements("ingestion_ligne", "enregistrement");
    private static final int LOT = 500;
    // Columns before those of the key.
    private static final int TETE = 4;

    private record Genre(Optional<Classe> classe, long version) {}

    private final CleDeTable cle;
    private final Map<String, ChampScelle<?>> champs;

    LignesEnAttente(CleDeTable cle, Map<String, ChampScelle<?>> champs) {
        this.cle = cle;
        this.champs = Map.copyOf(champs);
    }

    @Override
    public String nom() {
        return TABLE.nom();
    }

    @Override
    public Set<String> colonnes() {
        return Set.of("contenu");
    }

    @Override
    public Uni<Integer> efface(SqlConnection connexion, Collection<Long> enregistrements) {
        return TABLE.efface(connexion, enregistrements);
    }

    @Override
    public List<Compte> compte(SqlConnection connexion) {
        var comptes = new HashMap<Genre, Long>();
        var apres = Optional.<String>empty();
        do {
            var lues = lis(connexion, apres, LOT, "");
            lues.stream()
                    .flatMap(ligne -> contenu(ligne).cellules().entrySet().stream())
                    .filter(entree -> entree.getValue().scelle() != null)
                    .collect(groupingBy(
                            entree -> new Genre(
                                    champ(entree.getKey()).map(ChampScelle::classe),
                                    Rescellement.version(entree.getValue().scelle())),
                            counting()))
                    .forEach((genre, nombre) -> comptes.merge(genre, nombre, Long::sum));
            apres = suite(lues, LOT);
        } while (apres.isPresent());
        return comptes.entrySet().stream()
                .map(entree ->
                        new Compte(entree.getKey().classe(), entree.getKey().version(), entree.getValue()))
                .toList();
    }

    @Override
    public Lot rescelle(SqlConnection connexion, Rescellement rescellement, Optional<String> apres, int lignes) {
        var lues = lis(connexion, apres, lignes, " for update of t skip locked");
        var changees = new ArrayList<Row>();
        var contenus = new ArrayList<Buffer>();
        for (var ligne : lues) {
            var avant = rescellement.valeurs();
            var contenu = rescelle(rescellement, ligne);
            if (rescellement.valeurs() > avant) {
                changees.add(ligne);
                contenus.add(Buffer.buffer(FormatDeStaging.ecris(contenu)));
            }
        }
        if (!changees.isEmpty()) {
            connexion
                    .preparedQuery("update ingestion_ligne t set contenu = u.contenu from unnest(" + cle.tableauxSql()
                            + ", $" + (cle.longueur() + 1) + "::bytea[]) as u(" + cle.alias() + ", contenu) where "
                            + cle.jointure())
                    .executeAndAwait(cle.tableaux(changees, TETE).addValue(contenus.toArray(Buffer[]::new)));
        }
        return new Lot(suite(lues, lignes), lues.size(), rescellement.valeurs(), rescellement.illisibles());
    }

    private LigneScellee rescelle(Rescellement rescellement, Row ligne) {
        var enregistrement = ligne.getLong(0);
        var secret = ligne.getBuffer(2);
        var cles = rescellement.cle(enregistrement, ligne.getInteger(1), secret == null ? null : secret.getBytes());
        var contenu = contenu(ligne);
        var cellules = new HashMap<>(contenu.cellules());
        cellules.replaceAll((colonne, cellule) -> cellule.scelle() == null
                ? cellule
                : new Cellule(
                        rescellement.rescelle(enregistrement, cles, champ(colonne), cellule.scelle()),
                        cellule.clair(),
                        cellule.index()));
        return new LigneScellee(cellules, contenu.traces(), contenu.marques());
    }

    private List<Row> lis(SqlConnection connexion, Optional<String> apres, int lignes, String verrou) {
        var lues = new ArrayList<Row>();
        connexion
                .preparedQuery("select t.enregistrement, s.epoque, s.enveloppe, t.contenu, " + cle.lues()
                        + " from ingestion_ligne t left join lateral (select epoque, enveloppe from secret"
                        + " where enregistrement = t.enregistrement order by epoque desc limit 1) s on true"
                        + (apres.isPresent() ? " where " + cle.apres() : "") + " order by " + cle.ordre() + " limit $"
                        + (apres.isPresent() ? cle.longueur() + 1 : 1) + verrou)
                .executeAndAwait(cle.parametres(apres).addInteger(lignes))
                .forEach(lues::add);
        return lues;
    }

    private Optional<String> suite(List<Row> lues, int lignes) {
        return lues.size() < lignes ? Optional.empty() : Optional.of(cle.position(lues.get(lues.size() - 1), TETE));
    }

    private Optional<ChampScelle<?>> champ(String colonne) {
        return Optional.ofNullable(champs.get(colonne));
    }

    private static LigneScellee contenu(Row ligne) {
        return FormatDeStaging.lis(ligne.getBuffer(3).getBytes());
    }
}
