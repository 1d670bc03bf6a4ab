package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.Contact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens what tests sealed, to look at it. */
public final class Revelateur {

    private static final Map<String, ChampScelle<?>> CHAMPS = AtelierDIngestion.champs();
    private static final ChampScelle<Courriel> ADRESSE = ChampsScelles.de(Contact.class, "courriel");

    private static final Set<String> D_IDENTITE = Set.of(
            "nom",
            "prenoms",
            "date_naissance",
            "sexe",
            "departement_naissance",
            "ine",
            "courriels",
            "telephones",
            "adresse",
            "nationalite",
            "handicap");

    private final ScellementDeTest test;

    public Revelateur(ScellementDeTest test) {
        this.test = test;
    }

    /** A received value of a column. */
    @SuppressWarnings("unchecked")
    public Object recu(String colonne, Sealed<?> valeur) {
        var champ = (ChampScelle<Object>) CHAMPS.get(colonne);
        var cle = test.scellement().nouvelle(1);
        return test.scellement()
                .ouvre(autorisation(champ), cle, champ, test.scellement().scelle(cle, champ, (Sealed<Object>) valeur));
    }

    /** What stands in a column of a record, null when empty. */
    public Object stocke(Pool pool, long enregistrement, String colonne) {
        var table = D_IDENTITE.contains(colonne) ? "identite where enregistrement" : "contrat where id";
        var octets = pool.preparedQuery("select " + colonne + " from " + table + " = $1")
                .executeAndAwait(Tuple.of(enregistrement))
                .iterator()
                .next()
                .getBuffer(0);
        return octets == null ? null : ouvre(pool, enregistrement, CHAMPS.get(colonne), octets.getBytes());
    }

    /** A sealed value of a record. */
    public Object ouvre(Pool pool, long enregistrement, String colonne, byte[] octets) {
        return ouvre(pool, enregistrement, CHAMPS.get(colonne), octets);
    }

    /** Columns that are sealed. */
    public static Set<String> scellees() {
        return CHAMPS.keySet();
    }

    /** The key of a record whose secret was read along. */
    public CleEnregistrement cle(long enregistrement, int epoque, byte[] enveloppe) {
        return test.scellement().cle(enregistrement, epoque, enveloppe);
    }

    /** A sealed value under a key that is there. */
    public Object ouvre(CleEnregistrement cle, String colonne, byte[] octets) {
        return ouvre(cle, CHAMPS.get(colonne), octets);
    }

    private <T> Object ouvre(CleEnregistrement cle, ChampScelle<T> champ, byte[] octets) {
        return test.scellement().ouvre(autorisation(champ), cle, champ, octets);
    }

    /** A quarantined row. */
    public Object quarantaine(Pool pool, long enregistrement, byte[] octets) {
        return ouvre(pool, enregistrement, MiseEnAttente.LIGNE, octets);
    }

    /** The sealed address of a contact. */
    public String contact(Pool pool, long enregistrement, byte[] octets) {
        return ((Courriel) ouvre(pool, enregistrement, ADRESSE, octets)).valeur();
    }

    private <T> Object ouvre(Pool pool, long enregistrement, ChampScelle<T> champ, byte[] octets) {
        var secret = pool.preparedQuery("select epoque, enveloppe from secret where enregistrement = $1")
                .executeAndAwait(Tuple.of(enregistrement))
                .iterator()
                .next();
        var cle = test.scellement()
                .cle(enregistrement, secret.getInteger(0), secret.getBuffer(1).getBytes());
        return test.scellement().ouvre(autorisation(champ), cle, champ, octets);
    }

    private static Autorisation autorisation(ChampScelle<?> champ) {
        return Autorisation.deTraitement(Traitement.REJEU_DE_QUARANTAINE, List.of(champ.numero()));
    }
}
