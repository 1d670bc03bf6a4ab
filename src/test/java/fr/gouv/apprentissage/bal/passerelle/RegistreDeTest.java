package fr.gouv.apprentissage.bal.passerelle;

import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code lba} has a default purpose; {@code tdb} has two purposes and must say which; {@code sans-droit} has no habilitation. */
@Alternative
@Singleton
public class RegistreDeTest implements RegistreCourant {
    private static final Registre REGISTRE = new Registre(
            1,
            Stream.of(
                            new ClientHabilite("lba", "La bonne alternance", Optional.of("prise-de-rendez-vous")),
                            new ClientHabilite("tdb", "Tableau de bord", Optional.empty()),
                            new ClientHabilite("administration", "Administration", Optional.empty()),
                            new ClientHabilite(
                                    "suspendu", "Suspendu", Optional.empty(), new Suspension(true, Set.of(), Set.of())),
                            new ClientHabilite("sans-droit", "Sans droit", Optional.empty()))
                    .collect(Collectors.toMap(ClientHabilite::id, client -> client)),
            List.of(
                    octroi("lba-1", "lba", "prise-de-rendez-vous"),
                    octroi("tdb-1", "tdb", "suivi"),
                    octroi("tdb-2", "tdb", "statistique")));

    @Override
    public Registre courant() {
        return REGISTRE;
    }

    @Override
    public Uni<Registre> relis() {
        return Uni.createFrom().item(REGISTRE);
    }

    @Override
    public Uni<Boolean> tient(long revision) {
        return Uni.createFrom().item(REGISTRE.revision() == revision);
    }

    private static Octroi octroi(String id, String client, String finalite) {
        return new Octroi(
                id,
                client,
                finalite,
                "CGU",
                "DGEFP",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                Optional.empty(),
                Perimetre.SANS_BORNE,
                Map.of());
    }
}
