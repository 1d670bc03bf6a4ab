package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.util.List;
import java.util.stream.Collectors;

/** The file of habilitations is refused whole: the process must not start with rights that nobody meant. */
public final class FichierRefuse extends RuntimeException {

    private final transient List<Faute> fautes;

    /** @param fautes all of them, in the order of their lines */
    public FichierRefuse(List<Faute> fautes) {
        super(fautes.stream()
                .map(Faute::toString)
                .collect(Collectors.joining("\n  ", "fichier des habilitations refusé :\n  ", "")));
        this.fautes = List.copyOf(fautes);
    }

    /** Every fault, in the order of their lines. */
    public List<Faute> fautes() {
        return fautes;
    }
}
