package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A directory that is asked by one request.
 *
 * @param question the request for an establishment
 */
record AnnuaireGarde(
        String source,
        BooleanSupplier active,
        Garde garde,
        Sortie sortie,
        Function<Siret, Demande> question,
        Lecture<Optional<Opco>> lecture)
        implements AnnuaireOpco {

    @Override
    public boolean actif() {
        return active.getAsBoolean();
    }

    @Override
    public Uni<Optional<Opco>> de(Siret siret) {
        return garde.avec(() -> sortie.demande(question.apply(siret).avec("Accept", "application/json"), lecture));
    }
}
