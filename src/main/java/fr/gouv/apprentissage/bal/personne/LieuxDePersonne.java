package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. */
final class LieuxDePersonne {

    @Produces
    @Singleton
    Lieu identites() {
        return new TableDEnregistrements("identite", "enregistrement");
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
