package fr.gouv.apprentissage.bal.scellement;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What this room keeps of a record. */
final class LieuxDeScellement {

    @Produces
    @Singleton
    Lieu secrets() {
        return new TableDEnregistrements("secret", "enregistrement");
    }
}
