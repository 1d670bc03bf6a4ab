package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.TableDEnregistrements;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. */
final class LieuxDeContrat {

    @Produces
    @Singleton
    Lieu contrats() {
        return new TableDEnregistrements("contrat", "id");
    }

    @Produces
    @Singleton
    Lieu cles() {
        return new TableDEnregistrements("contrat_cle", "enregistrement");
    }

    @Produces
    @Singleton
    Lieu changements() {
        return new TableDEnregistrements("changement", "enregistrement");
    }
}
