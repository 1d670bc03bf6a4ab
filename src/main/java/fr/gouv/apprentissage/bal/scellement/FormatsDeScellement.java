package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.version.FormatLu;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The stored formats of this room: who raises one asks {@code FormatsEcrits} before writing it. */
final class FormatsDeScellement {

    @Produces
    @Singleton
    FormatLu valeur() {
        return new FormatLu("valeur-scellee", FormatV1.VERSION);
    }

    /** The rules that blind indexes rest on. */
    @Produces
    @Singleton
    FormatLu pliage() {
        return new FormatLu("pliage", Pliage.VERSION);
    }

    @Produces
    @Singleton
    FormatLu generations() {
        return GenerationsDIndex.FORMAT;
    }
}
