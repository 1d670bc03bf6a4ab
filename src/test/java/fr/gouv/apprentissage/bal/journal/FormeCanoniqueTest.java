package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormeCanoniqueTest {

    private static final UUID ID = UUID.fromString("019a9f3c-7d10-7abc-8def-0123456789ab");
    private static final Instant LE = Instant.parse("2026-11-22T18:55:00.123456Z");
    private static final byte[] OPERATION = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));

    private static final Maillon MAILLON = new Maillon(
            UUID.fromString("3c1f6a52-9d0e-4b7a-8f21-5e6d7c8b9a01"),
            41,
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

    private static Divulgation divulgation(
            String client,
            Optional<String> agent,
            Optional<String> finalite,
            List<String> coordonnees,
            List<String> recherches) {
        return new Divulgation(
                client,
                agent,
                finalite,
                List.of("lba-rdv-2026"),
                OPERATION,
                Optional.empty(),
                coordonnees,
                recherches,
                List.of(UUID.fromString("6f1c2a9e-3b47-4a11-9c55-d0e8f7a6b5c4")),
                7,
                Optional.of("departements=29,35"),
                3);
    }

    @Test
    void version_1_never_changes() {
        // Given an entry of the first version, accents and an absent text included
        var divulgation = divulgation(
                "lba",
                Optional.of("agent-é"),
                Optional.empty(),
                List.of("Contrat.dateDebut", "Personne.nom"),
                List.of());

        // When, Then: computed apart from this code, from the description of the form
        assertThat(HexFormat.of().formatHex(FormeCanonique.v1(ID, LE, divulgation)))
                .isEqualTo("8490a3fe068c29ef27d1340c93afc2c2a62e0232d839791f331765f46b26d9a3");
    }

    @Test
    void version_2_never_changes() {
        // Given
        var divulgation = divulgation(
                "lba",
                Optional.of("agent-é"),
                Optional.empty(),
                List.of("Contrat.dateDebut", "Personne.nom"),
                List.of());

        // When, Then: computed apart from this code, from the description of the form
        assertThat(HexFormat.of().formatHex(FormeCanonique.v2(ID, LE, divulgation, MAILLON)))
                .isEqualTo("dbec5ca46b9cd2ff5eefae6889198603095782979896faf92417dcdb0abc33ed");
    }

    @Test
    void what_moves_from_one_field_to_the_next_changes_the_digest() {
        // Given entries whose texts, put end to end, are the same
        var empreintes = Stream.of(
                        divulgation("lba", Optional.of("x"), Optional.empty(), List.of(), List.of()),
                        divulgation("lba", Optional.empty(), Optional.of("x"), List.of(), List.of()),
                        divulgation("lbax", Optional.empty(), Optional.empty(), List.of(), List.of()),
                        divulgation("lba", Optional.empty(), Optional.empty(), List.of("x"), List.of()),
                        divulgation("lba", Optional.empty(), Optional.empty(), List.of(), List.of("x")))
                // When
                .map(d -> HexFormat.of().formatHex(FormeCanonique.v2(ID, LE, d, MAILLON)))
                .collect(Collectors.toSet());

        // Then
        assertThat(empreintes).hasSize(5);
    }
}
