package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A directory that is asked by one request.
 *
 * @param question the request for an establishment
 * @param lecture reads an answer, and holds it against the contract
 */
record AnnuaireGarde(
        String source,
        BooleanSupplier active,
        Garde garde,
        Sortie sortie,
        Function<Siret, Demande> question,
        Function<ReleveDeReponses, Lecture<Optional<Opco>>> lecture,
        ReleveDeReponses releve,
        MesuresOpco mesures)
        implements AnnuaireOpco {

    @Override
    public boolean actif() {
        return active.getAsBoolean();
    }

    @Override
    public Uni<Optional<Opco>> de(Siret siret) {
        var debut = System.nanoTime();
        return garde.avec(() ->
                        sortie.demande(question.apply(siret).avec("Accept", "application/json"), lecture.apply(releve)))
                .onItem()
                .invoke(opco -> mesures.reponse(source, opco.isPresent() ? "trouve" : "inconnu", depuis(debut)))
                .onFailure()
                .invoke(echec -> mesures.reponse(source, "sans_reponse", depuis(debut)));
    }

    @Override
    public Derives derives() {
        return releve.prends();
    }

    private static Duration depuis(long debut) {
        return Duration.ofNanos(System.nanoTime() - debut);
    }
}
