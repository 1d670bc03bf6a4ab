package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.CleDeTable;
import fr.gouv.apprentissage.bal.scellement.ColonneScellee;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import fr.gouv.apprentissage.bal.scellement.TableScellee;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. Static, so that who goes through all places needs no container. */
public final class LieuxDePersonne {

    @Produces
    @Singleton
    public static LieuScelle identites() {
        return new TableScellee(
                "identite",
                "enregistrement",
                CleDeTable.de("enregistrement", "bigint"),
                ColonneScellee.de(IdentiteStore.COLONNES));
    }

    @Produces
    @Singleton
    Lieu rapprochements() {
        return new TableDEnregistrements("rapprochement", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu index() {
        return new TableDEnregistrements("index_aveugle", "enregistrement");
    }
}
