package fr.gouv.apprentissage.bal.ingestion;

import java.util.Set;

/**
 * A product of a source that carries some fields of its records. What an extract never carries, it never erases.
 *
 * @param nom name, as configuration and quarantine have it
 * @param colonnes columns that it carries
 */
public record Extrait(String nom, Set<String> colonnes) {

    public Extrait {
        colonnes = Set.copyOf(colonnes);
    }

    /** Whether it carries this column. */
    public boolean porte(String colonne) {
        return colonnes.contains(colonne);
    }
}
