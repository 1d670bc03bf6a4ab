package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** One process that writes contacts into the real database, without a container. */
public final class BancDeContacts {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Pool pool;
    private final ScellementDeTest cles;
    private final Clock horloge;
    private final ContactStore store;
    private final Transactions transactions;

    public BancDeContacts(Pool pool, ScellementDeTest cles, Clock horloge) {
        this.pool = pool;
        this.cles = cles;
        this.horloge = horloge;
        this.store = new ContactStore(cles.scellement(), cles.index(), horloge);
        this.transactions = new Transactions(pool);
    }

    /** Noon of that day. */
    static Clock le(LocalDate jour) {
        return Clock.fixed(jour.atTime(LocalTime.NOON).atZone(PARIS).toInstant(), PARIS);
    }

    Ecriture ecris(FaitDeContact... faits) {
        return ecris(Arrays.asList(faits));
    }

    Ecriture ecris(List<FaitDeContact> faits) {
        return transactions.dans(connexion -> {
            cles.versions().rejoins(connexion);
            return store.ecris(connexion, faits);
        });
    }

    /**
     * What stands in the table, opened: source, manner, SIREN, SIRET, address, domain, first and last day, last day of trust; a record that stands
     * twice is there twice.
     */
    public List<String> contacts() {
        var revelateur = new Revelateur(cles);
        var contacts = new ArrayList<String>();
        pool.query(
                        "select enregistrement, courriel, concat_ws('|', source, case when questionne then 'Q' else 'D' end, siren,"
                                + " coalesce(siret, '-')) as tete, concat_ws('|', coalesce(domaine, '-'),"
                                + " (premiere_vue at time zone 'Europe/Paris')::date, (derniere_vue at time zone 'Europe/Paris')::date,"
                                + " expire_le) as queue from contact")
                .executeAndAwait()
                .forEach(ligne -> {
                    var octets = ligne.getBuffer("courriel");
                    var adresse = octets == null
                            ? "-"
                            : revelateur.contact(pool, ligne.getLong("enregistrement"), octets.getBytes());
                    contacts.add(ligne.getString("tete") + "|" + adresse + "|" + ligne.getString("queue"));
                });
        contacts.sort(null);
        return contacts;
    }

    /** Takes what ended by the clock away, so many a transaction. */
    public void purge(int lot) {
        var purge = new PurgeDesContacts(pool, BancDEffacement.lieux(), horloge, lot);
        while (purge.lot().await().indefinitely() > 0) {
            continue;
        }
    }

    List<String> textes(String sql) {
        var textes = new ArrayList<String>();
        pool.query(sql).executeAndAwait().forEach(ligne -> textes.add(String.valueOf(ligne.getValue(0))));
        return textes;
    }

    /** Records of which something stands: rows, secrets, hashes. */
    List<TreeSet<String>> enregistrements() {
        return List.of(
                new TreeSet<>(textes("select enregistrement from contact")),
                new TreeSet<>(textes("select enregistrement from secret")),
                new TreeSet<>(textes("select enregistrement from index_aveugle")));
    }
}
