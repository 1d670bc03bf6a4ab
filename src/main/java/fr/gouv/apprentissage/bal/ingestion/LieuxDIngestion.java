package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
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
public final class LieuxDIngestion {

    private static final String ENREGISTREMENT = "enregistrement";
    private static final CleDeTable DE_STAGING =
            CleDeTable.de("source", "text", "jour", "date", "extrait", "smallint", "page", "int", "rang", "int");

    @Produces
    @Singleton
    public static LieuScelle ecartes() {
        return new TableScellee(
                "contrat_ecarte",
                ENREGISTREMENT,
                CleDeTable.de(ENREGISTREMENT, "bigint", "colonne", "text", "extrait", "smallint"),
                List.of(ColonneScellee.nommee(
                        "scelle",
                        "colonne",
                        Stream.of(IdentiteStore.COLONNES, ContratStore.COLONNES)
                                .flatMap(List::stream)
                                .toList(),
                        Colonne::nom)));
    }

    @Produces
    @Singleton
    public static LieuScelle quarantaine() {
        return new TableScellee(
                "quarantaine", ENREGISTREMENT, CleDeTable.de(ENREGISTREMENT, "bigint"), List.of(ligneEntiere()));
    }

    @Produces
    @Singleton
    public static LieuScelle rejetsEnAttente() {
        return new TableScellee("ingestion_rejet", ENREGISTREMENT, DE_STAGING, List.of(ligneEntiere()));
    }

    @Produces
    @Singleton
    static Lieu marquesDeQuarantaine() {
        return new TableDEnregistrements("quarantaine_marque", "enregistrement");
    }

    @Produces
    @Singleton
    public static LieuScelle lignesEnAttente() {
        return new LignesEnAttente(DE_STAGING, AtelierDIngestion.champs());
    }

    private static ColonneScellee ligneEntiere() {
        return ColonneScellee.de("contenu", MiseEnAttente.LIGNE);
    }
}
