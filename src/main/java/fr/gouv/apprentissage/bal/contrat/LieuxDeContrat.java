package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.scellement.CleDeTable;
import fr.gouv.apprentissage.bal.scellement.ColonneScellee;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import fr.gouv.apprentissage.bal.scellement.TableScellee;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What this room keeps of a record. Static, so that who goes through all places needs no container. */
public final class LieuxDeContrat {

    @Produces
    @Singleton
    public static LieuScelle contrats() {
        return new TableScellee(
                "contrat", "id", CleDeTable.de("id", "bigint"), ColonneScellee.de(ContratStore.COLONNES));
    }

    @Produces
    @Singleton
    Lieu cles() {
        return new TableDEnregistrements("contrat_cle", "enregistrement");
    }

    @Produces
    @Singleton
    public static LieuScelle changements() {
        var champs = Stream.of(IdentiteStore.COLONNES, ContratStore.COLONNES)
                .flatMap(List::stream)
                .toList();
        return new TableScellee(
                "changement",
                "enregistrement",
                CleDeTable.de("enregistrement", "bigint", "numero", "bigint"),
                Stream.of("avant", "apres")
                        .map(colonne -> ColonneScellee.nommee(colonne, "champ", champs, champ -> champ.coordonnee()
                                .toString()))
                        .toList());
    }
}
