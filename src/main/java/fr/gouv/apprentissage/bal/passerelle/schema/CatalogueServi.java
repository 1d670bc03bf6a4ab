package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives every room the catalogue of the coordinates that need a right. Here, since only this floor sees all types. */
public final class CatalogueServi {
    /** The catalogue of what is served. */
    @Produces
    @Singleton
    Catalogue catalogue() {
        var racines = Racines.servies();
        return Declarations.catalogue(racines.habilitables(), racines.extensions(), racines.connexions());
    }
}
