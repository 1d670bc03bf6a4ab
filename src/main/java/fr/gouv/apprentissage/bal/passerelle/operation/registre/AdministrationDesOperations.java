package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.operation.Empreinte;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Root fields by which documents are registered, retired and looked at. */
@ApplicationScoped
@Unremovable
public class AdministrationDesOperations {
    private static final String ADMINISTRATEUR = "administrateur";

    private final OperationStore store;
    private final OperationsEnMemoire memoire;
    private final DemarrageDesOperations copie;
    private final DocumentAEnregistrer controle;
    private final RegistreCourant registre;

    AdministrationDesOperations(
            OperationStore store,
            OperationsEnMemoire memoire,
            DemarrageDesOperations copie,
            DocumentAEnregistrer controle,
            RegistreCourant registre) {
        this.store = store;
        this.memoire = memoire;
        this.copie = copie;
        this.controle = controle;
        this.registre = registre;
    }

    /** What is registered for a client, as this replica knows it. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("What is registered for a client, by name.")
    public List<OperationEnregistree> operationsEnregistrees(@NonNul String client) {
        connu(client);
        return memoire.de(client).stream().map(OperationEnregistree::de).toList();
    }

    /** Registers a document for a client; one that is registered already is answered as it is. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Registers a document for a client; one that is registered already is answered as it is.")
    public Uni<OperationEnregistree> enregistreOperation(
            @NonNul String client, @NonNul String document, Appelant appelant) {
        connu(client);
        var nom = nom(document);
        var empreinte = Empreinte.de(document);
        return store.enregistre(client, nom, document, empreinte, par(appelant))
                .call(fait -> copie.relis())
                .map(OperationEnregistree::de);
    }

    /** Retires a document of a client, for the manifest too. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Retires a document of a client: a manifest does not bring it back.")
    public Uni<OperationEnregistree> retireOperation(
            @NonNul String client, @NonNul String empreinte, Appelant appelant) {
        connu(client);
        if (!Empreinte.FORME.matcher(empreinte).matches()) {
            throw new ArgumentInvalide("empreinte", "empreinte : 64 chiffres hexadécimaux, en minuscules");
        }
        return store.retire(client, empreinte, par(appelant))
                .map(retiree -> retiree.orElseThrow(() -> new ArgumentInvalide(
                        "empreinte", "empreinte : aucune opération de ce client n'a cette empreinte")))
                .call(fait -> copie.relis())
                .map(OperationEnregistree::de);
    }

    private String nom(String document) {
        try {
            return controle.nom(document);
        } catch (OperationRefusee refus) {
            throw new ArgumentInvalide("document", "document : " + DocumentAEnregistrer.raison(refus));
        }
    }

    private void connu(String client) {
        if (!registre.courant().clients().containsKey(client)) {
            throw new ArgumentInvalide("client", "client : ce client n'est pas au registre");
        }
    }

    private static String par(Appelant appelant) {
        return appelant.agent().orElse(appelant.client());
    }
}
