package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** Writes the changes of a contract; those of a field that may not be read on it are left out. */
final class EcritureDeChangements {

    private static final int AU_PLUS = 100;
    private static final int CHAMP = 1;
    private static final int LE = 2;
    private static final int AVANT = 3;
    private static final int APRES = 4;
    /** The clear columns follow the sealed ones in the same order. */
    private static final int EN_CLAIR = 2;

    private final Ecriture ecriture;

    EcritureDeChangements(Ecriture ecriture) {
        this.ecriture = ecriture;
    }

    void ecris(Ligne ligne, Noeud.Changements noeud) {
        var json = ecriture.json();
        json.ouvreListe();
        montres(ligne, noeud, ecriture.resultats()).forEach(row -> {
            json.ouvreObjet();
            noeud.champs().forEach(champ -> {
                json.cle(champ.cle());
                ValeurJson.ecris(json, valeur(ligne, row, champ, noeud), List.of());
            });
            json.fermeObjet();
        });
        json.fermeListe();
    }

    /** The changes of this contract that are shown, newest first. */
    static Stream<Row> montres(Ligne ligne, Noeud.Changements noeud, Resultats resultats) {
        return resultats.changements(noeud).getOrDefault(ligne.enregistrement(), List.of()).stream()
                .filter(row -> ligne.droits().lire(coordonnee(row)).isPresent())
                .limit(AU_PLUS);
    }

    /** The field that changed. */
    static Coordonnee coordonnee(Row row) {
        return Coordonnee.lis(row.getString(CHAMP));
    }

    private Object valeur(Ligne ligne, Row row, ChampEcrit champ, Noeud.Changements noeud) {
        if (champ instanceof ChampEcrit.NomDeType nom) {
            return nom.type();
        }
        return switch (((ChampEcrit.PartieDeChangement) champ).nom()) {
            case "champ" -> row.getString(CHAMP);
            case "date" -> row.getOffsetDateTime(LE);
            case "avant" -> texte(ligne, row, AVANT, noeud);
            default -> texte(ligne, row, APRES, noeud);
        };
    }

    private String texte(Ligne ligne, Row row, int colonne, Noeud.Changements noeud) {
        var coordonnee = coordonnee(row);
        var masque = ligne.droits().lire(coordonnee).orElseThrow().masque();
        var scelle = row.getBuffer(colonne);
        if (scelle == null) {
            return clair(row.getString(colonne + EN_CLAIR), masque);
        }
        var ouvert = ecriture.ouvre(ligne, coordonnee, noeud.scelles().get(coordonnee), scelle.getBytes(), masque);
        return ouvert == null ? null : ValeurJson.texte(ouvert);
    }

    private static String clair(String texte, Masque masque) {
        if (texte == null || masque == Masque.AUCUN) {
            return texte;
        }
        try {
            return masque.applique(LocalDate.parse(texte)).toString();
        } catch (DateTimeParseException autre) {
            return null;
        }
    }
}
