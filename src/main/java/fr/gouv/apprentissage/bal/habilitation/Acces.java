package fr.gouv.apprentissage.bal.habilitation;

/** What may be done with a field. */
public enum Acces {
    LIRE,
    FILTRER,
    TRIER,
    AGREGER,
    EXPORTER
}
