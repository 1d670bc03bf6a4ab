package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.entree.Documents;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.operation.registre.DocumentEnregistre;
import fr.gouv.apprentissage.bal.passerelle.operation.registre.OperationsEnMemoire;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;

/** Finds a request's document: sent, registered for its client, or sent by its client before. What is another client's is unknown. */
@Singleton
class OriginesDeDocument {
    /** The protocol's own words: clients compare them. */
    private static final String INCONNU = "PersistedQueryNotFound";

    private final OperationsConfig config;
    private final OperationsEnMemoire enregistrees;
    private final RequetesAutomatiques automatiques;
    private final Documents documents;

    OriginesDeDocument(
            OperationsConfig config,
            OperationsEnMemoire enregistrees,
            RequetesAutomatiques automatiques,
            Documents documents) {
        this.config = config;
        this.enregistrees = enregistrees;
        this.automatiques = automatiques;
        this.documents = documents;
    }

    /** @throws OperationRefusee when there is none that this client may execute */
    Origine de(String client, JsonObject requete) {
        var annoncee = RequetePersistee.empreinte(requete);
        var envoye = requete.get("query") instanceof JsonString texte
                ? Optional.of(texte.getString())
                : Optional.<String>empty();
        if (envoye.isEmpty()) {
            return parEmpreinte(client, annoncee.orElseThrow());
        }
        var document = envoye.get();
        var registre = enregistre(client, document, annoncee.orElse(""));
        if (registre.isEmpty()) {
            refuseHorsRegistre(client);
            annoncee.ifPresent(empreinte -> garde(client, empreinte, document));
        }
        return new Origine(document, registre.map(DocumentEnregistre::nom));
    }

    private Origine parEmpreinte(String client, String empreinte) {
        var registre = enregistrees.trouve(client, empreinte);
        if (registre.isPresent()) {
            return new Origine(registre.get().document(), registre.map(DocumentEnregistre::nom));
        }
        refuseHorsRegistre(client);
        return automatiques
                .trouve(client, empreinte)
                .map(document -> new Origine(document, Optional.empty()))
                .orElseThrow(() -> new OperationRefusee(Erreur.de(CodeErreur.PERSISTED_QUERY_NOT_FOUND, INCONNU)));
    }

    /** The text is hashed only where that can tell anything; a hash that is not announced is empty. */
    private Optional<DocumentEnregistre> enregistre(String client, String document, String annoncee) {
        if (annoncee.isEmpty() && enregistrees.aucune(client)) {
            return Optional.empty();
        }
        var empreinte = Empreinte.de(document);
        if (!annoncee.isEmpty() && !annoncee.equals(empreinte)) {
            throw new OperationRefusee(Erreur.de(CodeErreur.EMPREINTE_FAUSSE));
        }
        return enregistrees.trouve(client, empreinte);
    }

    private void refuseHorsRegistre(String client) {
        if (config.regime(client) == OperationsConfig.Regime.ENREGISTREES) {
            throw new OperationRefusee(Erreur.de(CodeErreur.OPERATION_NON_ENREGISTREE));
        }
    }

    private void garde(String client, String empreinte, String document) {
        if (automatiques.trouve(client, empreinte).isPresent()) {
            return;
        }
        documents.lis(document).executable();
        automatiques.garde(client, empreinte, document);
    }
}
