package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Habilitations for tests: valid in 2026, changed where a test says so. */
public record Octrois(
        String id,
        String client,
        String finalite,
        LocalDate du,
        LocalDate au,
        Optional<String> revocation,
        Perimetre perimetre,
        Map<Coordonnee, Droit> droits) {

    public static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    public static Octrois octroi(String id) {
        return new Octrois(
                id,
                "lba",
                "rdv",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                Optional.empty(),
                Perimetre.SANS_BORNE,
                Map.of());
    }

    public Octrois pour(String autre) {
        return new Octrois(id, client, autre, du, au, revocation, perimetre, droits);
    }

    public Octrois client(String autre) {
        return new Octrois(id, autre, finalite, du, au, revocation, perimetre, droits);
    }

    public Octrois du(LocalDate premier, LocalDate dernier) {
        return new Octrois(id, client, finalite, premier, dernier, revocation, perimetre, droits);
    }

    public Octrois revoque(String motif) {
        return new Octrois(id, client, finalite, du, au, Optional.of(motif), perimetre, droits);
    }

    public Octrois accorde(String coordonnee, Masque masque, Acces... acces) {
        var tous = new HashMap<>(droits);
        tous.put(Coordonnee.lis(coordonnee), new Droit(Set.copyOf(Arrays.asList(acces)), masque));
        return new Octrois(id, client, finalite, du, au, revocation, perimetre, tous);
    }

    public Octroi fini() {
        return new Octroi(id, client, finalite, "art. 6.1.e", "DGEFP", du, au, revocation, perimetre, droits);
    }

    public static Registre registre(List<ClientHabilite> clients, Octrois... octrois) {
        return new Registre(
                1,
                clients.stream().collect(Collectors.toMap(ClientHabilite::id, Function.identity())),
                Arrays.stream(octrois).map(Octrois::fini).toList());
    }

    public static Registre registre(Octrois... octrois) {
        return registre(List.of(new ClientHabilite("lba", "La bonne alternance", Optional.empty())), octrois);
    }
}
