package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.passerelle.entree.Documents;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import graphql.language.OperationDefinition;
import jakarta.inject.Singleton;

/** What must hold of a document before it is registered: it could be executed, and its one operation has a name, by which the journal calls it. */
@Singleton
class DocumentAEnregistrer {
    /** What the journal has room for. */
    private static final int NOM_MAX = 200;

    private final Documents documents;

    DocumentAEnregistrer(Documents documents) {
        this.documents = documents;
    }

    /**
     * The name of the document's operation.
     *
     * @throws OperationRefusee when the document may not be registered
     */
    String nom(String document) {
        var operations = documents.lis(document).executable().getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1 || operations.get(0).getName() == null) {
            throw refus("Un document enregistré porte une seule opération, et elle a un nom.");
        }
        if (operations.get(0).getName().length() > NOM_MAX) {
            throw refus("Le nom d'une opération enregistrée a au plus " + NOM_MAX + " caractères.");
        }
        return operations.get(0).getName();
    }

    private static OperationRefusee refus(String message) {
        return new OperationRefusee(Erreur.de(CodeErreur.REQUETE_INVALIDE, message));
    }

    /** Why, and where in the document. */
    static String raison(OperationRefusee refus) {
        var erreur = refus.erreur();
        return erreur.message()
                + erreur.lieu()
                        .map(lieu -> " (ligne " + lieu.getLine() + " du document, colonne " + lieu.getColumn() + ")")
                        .orElse("");
    }
}
