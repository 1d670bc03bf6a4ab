package fr.gouv.apprentissage.bal.scellement;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.gouv.apprentissage.bal.declaration.Classe;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A table with one sealed value in each of its columns of octets that hold any. */
public final class TableScellee implements LieuScelle {

    private final TableDEnregistrements table;
    private final CleDeTable cle;
    private final List<ColonneScellee> colonnes;

    /**
     * @param nom the table
     * @param enregistrement column of the record's id, bigint
     * @param cle its primary key
     */
    public TableScellee(String nom, String enregistrement, CleDeTable cle, List<ColonneScellee> colonnes) {
        this.table = new TableDEnregistrements(nom, enregistrement);
        this.cle = cle;
        this.colonnes = List.copyOf(colonnes);
    }

    @Override
    public String nom() {
        return table.nom();
    }

    @Override
    public Set<String> colonnes() {
        return colonnes.stream().map(ColonneScellee::nom).collect(toUnmodifiableSet());
    }

    @Override
    public Uni<Integer> efface(SqlConnection connexion, Collection<Long> enregistrements) {
        return table.efface(connexion, enregistrements);
    }

    @Override
    public List<Compte> compte(SqlConnection connexion) {
        var valeurs = colonnes.stream()
                .map(colonne -> "(" + colonne.classeSql() + ", version_de_cle(t." + colonne.nom() + "))")
                .collect(joining(", "));
        var lignes = connexion
                .query("select v.classe, v.version, count(*) from " + nom() + " t cross join lateral (values " + valeurs
                        + ") v(classe, version) where v.version is not null group by 1, 2")
                .executeAndAwait();
        return StreamSupport.stream(lignes.spliterator(), false)
                .map(ligne -> new Compte(
                        Optional.ofNullable(ligne.getString(0)).map(Classe::valueOf),
                        ligne.getLong(1),
                        ligne.getLong(2)))
                .toList();
    }

    @Override
    public Lot rescelle(SqlConnection connexion, Rescellement rescellement, Optional<String> apres, int lignes) {
        var concernees = colonnes.stream()
                .filter(colonne -> colonne.peutEtre(rescellement.classe()))
                .toList();
        if (concernees.isEmpty()) {
            return new Lot(Optional.empty(), 0, 0, List.of());
        }
        var lues = new ArrayList<Row>();
        connexion
                .preparedQuery(lecture(concernees, rescellement, apres.isPresent()))
                .executeAndAwait(cle.parametres(apres).addInteger(lignes))
                .forEach(lues::add);
        var nouvelles = new ArrayList<byte[][]>();
        lues.forEach(ligne -> nouvelles.add(rescelle(rescellement, concernees, ligne)));
        ecris(connexion, concernees, lues, nouvelles);
        return new Lot(
                lues.size() < lignes
                        ? Optional.empty()
                        : Optional.of(cle.position(lues.get(lues.size() - 1), concernees.size() * 2 + 3)),
                lues.size(),
                rescellement.valeurs(),
                rescellement.illisibles());
    }

    // Columns: the record, its secret's epoch and wrapping; each value with the name of its field; the key.
    private String lecture(List<ColonneScellee> concernees, Rescellement rescellement, boolean suite) {
        var ailleurs = concernees.stream()
                .map(colonne -> "coalesce(" + colonne.classeSql() + " = '" + rescellement.classe()
                        + "', true) and version_de_cle(t." + colonne.nom() + ") <> " + rescellement.version())
                .collect(joining(" or ", "(", ")"));
        return "select t." + table.enregistrement() + ", s.epoque, s.enveloppe, "
                + concernees.stream()
                        .map(colonne -> "t." + colonne.nom() + ", " + colonne.nommeSql())
                        .collect(joining(", "))
                + ", " + cle.lues()
                + " from " + nom()
                + " t left join lateral (select epoque, enveloppe from secret where enregistrement = t."
                + table.enregistrement() + " order by epoque desc limit 1) s on true where " + ailleurs
                + (suite ? " and " + cle.apres() : "")
                + " order by " + cle.ordre() + " limit $" + (suite ? cle.longueur() + 1 : 1)
                + " for update of t skip locked";
    }

    private static byte[][] rescelle(Rescellement rescellement, List<ColonneScellee> concernees, Row ligne) {
        var enregistrement = ligne.getLong(0);
        var valeurs = new byte[concernees.size()][];
        for (var rang = 0; rang < valeurs.length; rang++) {
            var octets = ligne.getBuffer(3 + 2 * rang);
            valeurs[rang] = octets == null ? null : octets.getBytes();
        }
        var secret = ligne.getBuffer(2);
        var cle = rescellement.cle(enregistrement, ligne.getInteger(1), secret == null ? null : secret.getBytes());
        for (var rang = 0; rang < valeurs.length; rang++) {
            if (valeurs[rang] != null) {
                var champ = Optional.<ChampScelle<?>>ofNullable(
                        concernees.get(rang).champs().get(ligne.getString(4 + 2 * rang)));
                valeurs[rang] = rescellement.rescelle(enregistrement, cle, champ, valeurs[rang]);
            }
        }
        return valeurs;
    }

    private void ecris(
            SqlConnection connexion, List<ColonneScellee> concernees, List<Row> lues, List<byte[][]> nouvelles) {
        if (lues.isEmpty()) {
            return;
        }
        var parametres = cle.tableaux(lues, concernees.size() * 2 + 3);
        for (var rang = 0; rang < concernees.size(); rang++) {
            var ici = rang;
            parametres.addValue(nouvelles.stream()
                    .map(ligne -> ligne[ici] == null ? null : Buffer.buffer(ligne[ici]))
                    .toArray(Buffer[]::new));
        }
        connexion.preparedQuery(ecriture(concernees)).executeAndAwait(parametres);
    }

    private String ecriture(List<ColonneScellee> concernees) {
        var noms = concernees.stream().map(ColonneScellee::nom).toList();
        var tableaux = new ArrayList<String>();
        for (var rang = 1; rang <= noms.size(); rang++) {
            tableaux.add("$" + (cle.longueur() + rang) + "::bytea[]");
        }
        return "update " + nom() + " t set "
                + noms.stream().map(nom -> nom + " = u." + nom).collect(joining(", "))
                + " from unnest(" + cle.tableauxSql() + ", " + String.join(", ", tableaux) + ") as u("
                + cle.alias() + ", " + String.join(", ", noms) + ") where " + cle.jointure();
    }
}
