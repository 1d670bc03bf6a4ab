package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Where facts go. */
@FunctionalInterface
public interface EcritureDeFaits {

    /** Writes a lot of facts in the caller's transaction, which may be rolled back. */
    Ecrits ecris(SqlConnection connexion, List<FaitDeContact> faits);

    /** Into contacts. */
    static EcritureDeFaits dans(ContactStore contacts, VersionsDeCles versions) {
        return (connexion, faits) -> {
            versions.rejoins(connexion);
            var ecrits = contacts.ecris(connexion, faits);
            return new Ecrits(ecrits.crees(), ecrits.revus(), ecrits.inchanges(), ecrits.perimes());
        };
    }

    /**
     * What became of them; several facts may be of one record.
     *
     * @param crees records
     * @param modifies records
     * @param inchanges records
     * @param perimes facts that may no longer be trusted today: of them nothing is kept
     */
    record Ecrits(long crees, long modifies, long inchanges, long perimes) {

        /** Nothing was written. */
        static final Ecrits AUCUN = new Ecrits(0, 0, 0, 0);

        /** Both together. */
        Ecrits plus(Ecrits autre) {
            return new Ecrits(
                    crees + autre.crees,
                    modifies + autre.modifies,
                    inchanges + autre.inchanges,
                    perimes + autre.perimes);
        }
    }
}
