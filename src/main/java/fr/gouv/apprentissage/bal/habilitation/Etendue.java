package fr.gouv.apprentissage.bal.habilitation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rows that an habilitation reaches for one caller: those within each of these perimeters, the habilitation's own and that of the agent
 * behind the client.
 *
 * @param perimetres those that set a bound; none: every row
 */
public record Etendue(List<Perimetre> perimetres) {

    public Etendue {
        perimetres = List.copyOf(perimetres);
    }

    /** What both reach. */
    public static Etendue de(Perimetre octroi, Perimetre agent) {
        return new Etendue(Stream.of(octroi, agent)
                .filter(perimetre -> !perimetre.equals(Perimetre.SANS_BORNE))
                .distinct()
                .toList());
    }

    /** Whether it reaches every row. */
    public boolean sansBorne() {
        return perimetres.isEmpty();
    }
}
