package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What is asked of keys: to turn, to be retired, how far they are. Waits: never on an event loop. */
final class Rotations {

    // An answer that read a value before it was sealed anew may still be opening it.
    private static final Duration APRES_LA_PREUVE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final VersionsDeCles versions;
    private final Places places;
    private final Clock horloge;
    private final RotationStore store = new RotationStore();

    Rotations(Transactions transactions, VersionsDeCles versions, Places places, Clock horloge) {
        this.transactions = transactions;
        this.versions = versions;
        this.places = places;
        this.horloge = horloge;
    }

    /**
     * Turns the key of a class. The job that is under way is the answer while there is one; one that ended on values which do not open goes
     * again instead of yet another version.
     */
    Rotation demande(Classe classe) {
        var derniere = transactions.avec(connexion -> store.derniere(connexion, classe));
        if (derniere.filter(une -> une.etat() == EtatExecution.TERMINEE).isEmpty() && derniere.isPresent()) {
            return transactions.dans(connexion -> {
                store.reprends(connexion, derniere.get().id());
                return store.derniere(connexion, classe).orElseThrow();
            });
        }
        var version = versions.annonce(classe);
        return transactions.dans(connexion -> {
            store.demande(connexion, classe, version, maintenant());
            return store.derniere(connexion, classe).orElseThrow();
        });
    }

    /** The newest first. */
    List<Rotation> dernieres(int nombre) {
        return transactions.avec(connexion -> store.toutes(connexion, nombre));
    }

    /** The newest of each class. */
    List<Rotation> parClasse() {
        return transactions.avec(store::dernieres);
    }

    /** Turns every class whose key is older than that. */
    void tourneLesAnciennes(Duration age) {
        var avant = horloge.instant().minus(age);
        transactions
                .avec(connexion -> versions.plusAnciennesQue(connexion, avant))
                .forEach(this::demande);
    }

    /** Retires what may be since a proof is so old. */
    void retireApres(Duration delai) {
        for (var rotation : parClasse()) {
            var limite = maintenant().minus(delai);
            if (rotation.etat() == EtatExecution.TERMINEE
                    && rotation.retireeLe().isEmpty()
                    && rotation.termineeLe().filter(limite::isBefore).isEmpty()) {
                versions.connues(rotation.classe()).stream()
                        .filter(version -> version < rotation.version())
                        .forEach(version -> retire(rotation.classe(), version));
            }
        }
    }

    /**
     * Retires an old version of a class's key, on the proof that nothing stands under it, which is held against the places once more.
     *
     * @return the job whose proof it is
     * @throws ArgumentInvalide when there is no such proof, it is younger than a minute, or something stands under the version
     */
    Rotation retire(Classe classe, int version) {
        var rotation = transactions
                .avec(connexion -> store.derniere(connexion, classe))
                .filter(une -> une.etat() == EtatExecution.TERMINEE && une.version() > version)
                .orElseThrow(() -> new ArgumentInvalide(
                        "version", "aucune rotation terminée ne prouve que rien n'est scellé sous cette version"));
        if (maintenant().isBefore(rotation.termineeLe().orElseThrow().plus(APRES_LA_PREUVE))) {
            throw new ArgumentInvalide(
                    "version", "la preuve a moins d'une minute : des réponses peuvent être en cours");
        }
        if (transactions.dans(places::compte).sous(classe, version) > 0) {
            throw new ArgumentInvalide("version", "des valeurs sont de nouveau scellées sous cette version");
        }
        versions.retire(classe, version);
        return transactions.dans(connexion -> retiree(connexion, rotation));
    }

    private Rotation retiree(SqlConnection connexion, Rotation rotation) {
        store.suivi().retiree(connexion, rotation.id(), maintenant());
        return store.derniere(connexion, rotation.classe()).orElseThrow();
    }

    private OffsetDateTime maintenant() {
        return horloge.instant().atOffset(ZoneOffset.UTC);
    }
}
