package fr.gouv.apprentissage.bal.journal.alerte;

import fr.gouv.apprentissage.bal.journal.alerte.Alerte.Genre;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What is unusual: today more than a floor, and more than so many times the most on any other day.
 *
 * @param personnes floor for persons seen
 * @param vaines floor for searches that find nobody
 * @param facteur how many times, at least 1
 */
public record Regle(long personnes, long vaines, int facteur) {

    public Regle {
        if (personnes < 0 || vaines < 0 || facteur < 1) {
            throw new IllegalArgumentException(
                    "bal.journal.alerte : personnes et recherches positifs, facteur au moins 1");
        }
    }

    /** What is unusual on this day, by client. */
    List<Alerte> alertes(List<Journee> journees, LocalDate jour) {
        return journees.stream()
                .filter(journee -> journee.jour().equals(jour))
                .flatMap(aujourdhui -> Stream.of(
                                alerte(aujourdhui, journees, Genre.PERSONNES, personnes, Journee::personnes),
                                alerte(aujourdhui, journees, Genre.RECHERCHES_VAINES, vaines, Journee::vaines))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<Alerte> alerte(
            Journee aujourdhui, List<Journee> journees, Genre genre, long plancher, ToLongFunction<Journee> nombre) {
        long habitude = journees.stream()
                .filter(autre -> autre.client().equals(aujourdhui.client())
                        && !autre.jour().equals(aujourdhui.jour()))
                .mapToLong(nombre)
                .max()
                .orElse(0);
        long constate = nombre.applyAsLong(aujourdhui);
        return constate > plancher && constate > habitude * facteur
                ? Optional.of(new Alerte(aujourdhui.client(), genre, constate, habitude))
                : Optional.empty();
    }
}
