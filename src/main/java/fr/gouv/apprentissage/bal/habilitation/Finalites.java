package fr.gouv.apprentissage.bal.habilitation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which purpose a request is for (DESIGN.md, "A request's way" and "Checks"). Pure functions of the register. */
public final class Finalites {

    private Finalites() {}

    /** What the header {@code X-Finalite} and the client's default come to. */
    public sealed interface Resolution permits Retenue, Requise, NonHabilitee {}

    /**
     * The request is for this purpose.
     *
     * @param finalite empty for a client without habilitation: it has none, and needs none
     */
    public record Retenue(Optional<String> finalite) implements Resolution {}

    /** The client has several purposes, no default, and declared none. */
    public record Requise() implements Resolution {}

    /** The declared purpose is none of the client's. */
    public record NonHabilitee() implements Resolution {}

    /**
     * The purpose of a request. A purpose is known if it is the client's default or that of any of its habilitations, whatever their state: that
     * none of them is active today is for the decision to say, field by field.
     *
     * @param entete the header {@code X-Finalite}; ignored for a client without habilitation
     */
    public static Resolution resous(Registre registre, String client, Optional<String> entete) {
        return resous(registre, client, entete, Optional.empty());
    }

    /**
     * The purpose of a request whose token bounds the purposes that it may declare. The bound holds for the default one too.
     *
     * @param permises claim {@code finalites}; empty: no bound
     */
    public static Resolution resous(
            Registre registre, String client, Optional<String> entete, Optional<Set<String>> permises) {
        var resolution = sansBorne(registre, client, entete);
        return resolution instanceof Retenue retenue
                        && retenue.finalite().isPresent()
                        && permises.isPresent()
                        && !permises.get().contains(retenue.finalite().get())
                ? new NonHabilitee()
                : resolution;
    }

    private static Resolution sansBorne(Registre registre, String client, Optional<String> entete) {
        var connues = declarees(registre, client);
        if (connues.isEmpty()) {
            return new Retenue(Optional.empty());
        }
        var parDefaut = parDefaut(registre, client);
        if (entete.isEmpty()) {
            return parDefaut.isPresent() ? new Retenue(parDefaut) : new Requise();
        }
        return connues.contains(entete.get()) || entete.equals(parDefaut) ? new Retenue(entete) : new NonHabilitee();
    }

    /**
     * The purpose that holds when none is declared: the client's own, else the only one that its habilitations have. Revoked and expired ones
     * count too, so that a revocation never changes what an undeclared purpose means.
     */
    public static Optional<String> parDefaut(Registre registre, String client) {
        var declaree = Optional.ofNullable(registre.clients().get(client)).flatMap(ClientHabilite::finalite);
        if (declaree.isPresent()) {
            return declaree;
        }
        var connues = declarees(registre, client);
        return connues.size() == 1 ? Optional.of(connues.iterator().next()) : Optional.empty();
    }

    private static Set<String> declarees(Registre registre, String client) {
        return registre.octrois().stream()
                .filter(octroi -> octroi.client().equals(client))
                .map(Octroi::finalite)
                .collect(Collectors.toSet());
    }
}
