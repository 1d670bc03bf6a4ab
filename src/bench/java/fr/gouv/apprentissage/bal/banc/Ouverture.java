package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/** Opens a person from the rows of it, newest first: one key for each record, of single values the newest, of contacts all. */
final class Ouverture {

    private static final ChampScelle<String> NOM = ChampsScelles.de(Personne.class, "nom");
    private static final ChampScelle<List<String>> PRENOMS = ChampsScelles.de(Personne.class, "prenoms");
    private static final ChampScelle<LocalDate> NAISSANCE = ChampsScelles.de(Personne.class, "dateNaissance");
    private static final ChampScelle<List<Courriel>> COURRIELS = ChampsScelles.de(Personne.class, "courriels");
    private static final ChampScelle<List<String>> TELEPHONES = ChampsScelles.de(Personne.class, "telephones");

    private final Scellement scellement;
    private final Autorisation autorisation;
    private final List<Row> rows;
    private final CleEnregistrement[] cles;

    Ouverture(Scellement scellement, Autorisation autorisation, List<Row> rows) {
        this.scellement = scellement;
        this.autorisation = autorisation;
        this.rows = rows;
        this.cles = new CleEnregistrement[rows.size()];
    }

    String nom() {
        return premier(NOM, 4);
    }

    List<String> prenoms() {
        return premier(PRENOMS, 5);
    }

    LocalDate naissance() {
        return premier(NAISSANCE, 6);
    }

    List<String> courriels() {
        var tous = tous(COURRIELS, 7);
        return tous == null ? null : tous.stream().map(Courriel::valeur).toList();
    }

    List<String> telephones() {
        return tous(TELEPHONES, 8);
    }

    private <T> T premier(ChampScelle<T> champ, int colonne) {
        for (int i = 0; i < rows.size(); i++) {
            var stocke = rows.get(i).getBuffer(colonne);
            if (stocke != null) {
                return scellement.ouvre(autorisation, cle(i), champ, stocke.getBytes());
            }
        }
        return null;
    }

    private <T> List<T> tous(ChampScelle<List<T>> champ, int colonne) {
        if (rows.size() == 1) {
            return premier(champ, colonne);
        }
        var reunis = new LinkedHashSet<T>();
        for (int i = 0; i < rows.size(); i++) {
            var stocke = rows.get(i).getBuffer(colonne);
            if (stocke != null) {
                reunis.addAll(scellement.ouvre(autorisation, cle(i), champ, stocke.getBytes()));
            }
        }
        return reunis.isEmpty() ? null : List.copyOf(reunis);
    }

    private CleEnregistrement cle(int i) {
        if (cles[i] == null) {
            var row = rows.get(i);
            cles[i] = scellement.cle(
                    row.getLong(0), row.getInteger(2), row.getBuffer(3).getBytes());
        }
        return cles[i];
    }
}
