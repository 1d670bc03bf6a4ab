package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import java.time.OffsetDateTime;

/**
 * A document that is registered for a client.
 *
 * @param client whose it is
 * @param empreinte SHA-256 of its text, 64 hexadecimal digits
 * @param nom of its one operation
 * @param document its text
 * @param origine who brought it
 * @param le when
 * @param par by whom: a person, a client, or the manifest
 */
public record DocumentEnregistre(
        String client, String empreinte, String nom, String document, Origine origine, OffsetDateTime le, String par) {

    /** Who brings a document. */
    public enum Origine {
        /** The manifest of {@code bal.passerelle.operations.fichier}. */
        FICHIER,
        /** An administrator. */
        MUTATION
    }
}
