package fr.gouv.apprentissage.bal.ingestion;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What stands in contacts, opened, row by row in an order of their own: two that are equal hold the same facts as often. */
public final class ContactsStockes {

    private ContactsStockes() {}

    public static List<String> de(BancDIngestion banc) {
        var revelateur = new Revelateur(banc.scellement());
        var lignes = banc.pool()
                .query(
                        "select enregistrement, courriel, concat_ws('|', source, questionne, siren, siret, domaine, premiere_vue,"
                                + " derniere_vue, expire_le) as reste from contact")
                .executeAndAwait();
        return StreamSupport.stream(lignes.spliterator(), false)
                .map(ligne -> Optional.ofNullable(ligne.getBuffer("courriel"))
                                .map(octets -> revelateur.contact(
                                        banc.pool(), ligne.getLong("enregistrement"), octets.getBytes()))
                                .orElse("-")
                        + " " + ligne.getString("reste"))
                .sorted()
                .toList();
    }
}
