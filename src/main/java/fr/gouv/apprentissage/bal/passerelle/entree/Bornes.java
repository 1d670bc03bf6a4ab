package fr.gouv.apprentissage.bal.passerelle.entree;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large an operation may be. Counts are of the operation with its fragments put in place: a fragment used twice counts twice. */
@Singleton
public class Bornes {
    private final int profondeur;
    private final int jetons;
    private final int alias;
    private final int directives;

    Bornes(
            @ConfigProperty(name = "bal.passerelle.profondeur", defaultValue = "12") int profondeur,
            @ConfigProperty(name = "bal.passerelle.jetons", defaultValue = "5000") int jetons,
            @ConfigProperty(name = "bal.passerelle.alias", defaultValue = "50") int alias,
            @ConfigProperty(name = "bal.passerelle.directives", defaultValue = "50") int directives) {
        this.profondeur = profondeur;
        this.jetons = jetons;
        this.alias = alias;
        this.directives = directives;
    }

    /** Levels of fields, introspection aside. */
    public int profondeur() {
        return profondeur;
    }

    /** Lexical tokens of the document. */
    public int jetons() {
        return jetons;
    }

    /** Aliases. */
    public int alias() {
        return alias;
    }

    /** Directives. */
    public int directives() {
        return directives;
    }
}
