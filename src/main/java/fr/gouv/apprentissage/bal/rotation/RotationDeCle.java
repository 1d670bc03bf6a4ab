package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.ingestion.EtatExecution;
import java.time.OffsetDateTime;

/** A job that turns the key of a class, as {@code tourneCle} and {@code rotationsDeCles} show it. */
public record RotationDeCle(
        @Id @NonNul String id,
        @NonNul Classe classe,
        @NonNul Integer version,
        @NonNul EtatExecution etat,
        @NonNul Double progression,
        @NonNul Integer restants,
        @Description("Signed count by version, once it has ended") String preuve,
        @Description("Values that do not open, in the last pass; rotation_illisible names their records") @NonNul
                Integer illisibles,
        @Description("Why it waits or failed") String motif,
        @NonNul OffsetDateTime demandeeLe,
        OffsetDateTime commenceeLe,
        OffsetDateTime termineeLe,
        @Description("When an older version was retired on its proof") OffsetDateTime retireeLe) {

    static RotationDeCle de(Rotation rotation) {
        return new RotationDeCle(
                Long.toString(rotation.id()),
                rotation.classe(),
                rotation.version(),
                rotation.etat(),
                rotation.progression(),
                entier(rotation.restants()),
                rotation.preuve().map(PreuveSignee::montree).orElse(null),
                entier(rotation.illisibles()),
                rotation.motif().orElse(null),
                rotation.demandeeLe(),
                rotation.commenceeLe().orElse(null),
                rotation.termineeLe().orElse(null),
                rotation.retireeLe().orElse(null));
    }

    /** GraphQL's integers have 32 bits. */
    private static int entier(long nombre) {
        return (int) Math.min(nombre, Integer.MAX_VALUE);
    }
}
