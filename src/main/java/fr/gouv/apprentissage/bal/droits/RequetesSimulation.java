package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.DemandeDOctroi;
import fr.gouv.apprentissage.bal.habilitation.HabilitationInput;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.observation.Observation;
import fr.gouv.apprentissage.bal.habilitation.observation.OperationObservee;
import fr.gouv.apprentissage.bal.habilitation.observation.Simulation;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Root field for whoever is about to grant: what that would open or break. */
@Singleton
@Unremovable
public class RequetesSimulation {

    /** Operations told of, the last met first. */
    static final int OPERATIONS = 100;

    /** No habilitation can have it as its id. */
    private static final String ID = "(simulation)";

    private final RegistreCourant registre;
    private final Catalogue catalogue;
    private final Observation observation;
    private final LignesAtteintes lignes;

    RequetesSimulation(RegistreCourant registre, Catalogue catalogue, Observation observation, LignesAtteintes lignes) {
        this.registre = registre;
        this.catalogue = catalogue;
        this.observation = observation;
        this.lignes = lignes;
    }

    /**
     * Holds the grant to the rules of granting, and compares what observed operations may do without it and with it. Nothing is written.
     *
     * @param remplace id of an habilitation that would go
     * @throws ArgumentInvalide when it could not be granted, or {@code remplace} is not in force
     */
    @Requete
    @NonNul
    @Reserve("administrateur")
    @Description(
            "What this habilitation would open or break, measured on the operations that clients really sent. Role administrateur.")
    public Uni<SimulationHabilitation> simuleHabilitation(
            @NonNul HabilitationInput habilitation, @Id String remplace, Appelant appelant) {
        var courant = registre.courant();
        var remplacee = Optional.ofNullable(remplace).map(id -> tenante(courant, id));
        var nouvelle = new DemandeDOctroi(Simulation.sans(courant, remplacee), catalogue)
                .octroi(habilitation, ID, Optional.empty(), appelant.agent().orElse(appelant.client()));
        var simulation = Simulation.de(courant, nouvelle, remplacee, appelant.jour());
        var concernees = Stream.concat(Stream.of(nouvelle), remplacee.stream()).toList();
        var clients = concernees.stream().map(Octroi::client).distinct().toList();
        return Uni.combine()
                .all()
                .unis(observation.operations(clients), lignes.de(nouvelle.perimetre()))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(lues -> new SimulationHabilitation(
                        effets(simulation, concernees, lues.getItem1()), NombreArrondi.de(lues.getItem2())));
    }

    private static List<EffetSurOperation> effets(
            Simulation simulation, List<Octroi> concernees, List<OperationObservee> operations) {
        return operations.stream()
                .filter(operation -> concernees.stream().anyMatch(octroi -> concerne(octroi, operation)))
                .map(operation -> EffetSurOperation.de(operation, simulation.effet(operation)))
                .filter(effet -> !effet.gagne().isEmpty() || !effet.perd().isEmpty())
                .limit(OPERATIONS)
                .toList();
    }

    private static boolean concerne(Octroi octroi, OperationObservee operation) {
        return octroi.client().equals(operation.client()) && octroi.finalite().equals(operation.finalite());
    }

    private static Octroi tenante(Registre courant, String id) {
        return courant.octrois().stream()
                .filter(octroi ->
                        octroi.id().equals(id) && octroi.motifRevocation().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ArgumentInvalide(
                        "remplace", "remplace : aucune habilitation de cet identifiant n'est en vigueur"));
    }
}
