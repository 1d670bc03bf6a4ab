package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. */
final class LieuxDIngestion {

    @Produces
    @Singleton
    Lieu ecartes() {
        return new TableDEnregistrements("contrat_ecarte", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu quarantaine() {
        return new TableDEnregistrements("quarantaine", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu marquesDeQuarantaine() {
        return new TableDEnregistrements("quarantaine_marque", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu lignesEnAttente() {
        return new TableDEnregistrements("ingestion_ligne", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu rejetsEnAttente() {
        return new TableDEnregistrements("ingestion_rejet", "enregistrement");
    }
}
