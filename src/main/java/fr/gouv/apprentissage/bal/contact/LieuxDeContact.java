package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.scellement.CleDeTable;
import fr.gouv.apprentissage.bal.scellement.ColonneScellee;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.TableScellee;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. Static, so that who goes through all places needs no container. */
public final class LieuxDeContact {

    @Produces
    @Singleton
    public static LieuScelle contacts() {
        return new TableScellee(
                "contact",
                "enregistrement",
                CleDeTable.de("enregistrement", "bigint"),
                ColonneScellee.de(Colonne.de(Contact.class)));
    }
}
