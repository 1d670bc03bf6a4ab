package fr.gouv.apprentissage.bal.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Disclosures to write. */
final class Exemples {

    private Exemples() {}

    static Divulgation divulgation(String client, long revision) {
        return divulgation(
                client, revision, Stream.generate(UUID::randomUUID).limit(20).toList());
    }

    static Divulgation divulgation(String client, long revision, List<UUID> sujets) {
        var empreinte = new byte[32];
        Arrays.fill(empreinte, (byte) 7);
        return new Divulgation(
                client,
                Optional.of("agent-42"),
                Optional.of("prise-de-rendez-vous"),
                List.of("lba-rdv-2026"),
                empreinte,
                Optional.empty(),
                List.of("Contrat.dateDebut", "Personne.nom"),
                List.of("Personne.courriels"),
                sujets,
                revision,
                Optional.of("departements=29,35"),
                20);
    }
}
