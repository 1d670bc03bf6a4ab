package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.OffsetDateTime;

/**
 * A registered document, as the schema shows it.
 *
 * @param client whose it is
 * @param empreinte SHA-256 of its text, hexadecimal
 * @param nom of its operation
 * @param document its text
 * @param origine who brought it
 * @param enregistreeLe when
 * @param enregistreePar by whom
 */
@Description("A document that a client may execute by its text or by its hash, and that the journal calls by its name.")
public record OperationEnregistree(
        @NonNul String client,
        @Description("SHA-256 of the text, hexadecimal: sha256Hash of extensions.persistedQuery") @NonNul
                String empreinte,
        @NonNul String nom,
        @NonNul String document,
        @NonNul OrigineDOperation origine,
        @NonNul OffsetDateTime enregistreeLe,
        @NonNul String enregistreePar) {

    /** Who brought a document. */
    public enum OrigineDOperation {
        /** The manifest. */
        FICHIER,
        /** An administrator. */
        MUTATION
    }

    static OperationEnregistree de(DocumentEnregistre document) {
        return new OperationEnregistree(
                document.client(),
                document.empreinte(),
                document.nom(),
                document.document(),
                OrigineDOperation.valueOf(document.origine().name()),
                document.le(),
                document.par());
    }
}
