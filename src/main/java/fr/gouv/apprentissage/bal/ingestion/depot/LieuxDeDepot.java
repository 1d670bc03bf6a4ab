package fr.gouv.apprentissage.bal.ingestion.depot;

import fr.gouv.apprentissage.bal.scellement.CleDeTable;
import fr.gouv.apprentissage.bal.scellement.ColonneScellee;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import fr.gouv.apprentissage.bal.scellement.TableScellee;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What this room keeps of a record. Static, so that who goes through all places needs no container. */
public final class LieuxDeDepot {

    @Produces
    @Singleton
    public static LieuScelle morceaux() {
        return new TableScellee(
                "depot_morceau",
                "enregistrement",
                CleDeTable.de("enregistrement", "bigint", "rang", "int"),
                List.of(ColonneScellee.de("contenu", Morceau.CHAMP)));
    }

    @Produces
    @Singleton
    static Lieu depots() {
        return new TableDEnregistrements("depot", "enregistrement");
    }
}
