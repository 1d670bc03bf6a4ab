package fr.gouv.apprentissage.bal.ingestion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A source that is pulled, day by day and page by page. Its connector knows the protocol and the fields; everything after is here. */
public interface ConnecteurTire extends ConnecteurPlanifie {

    /** Longest period that one scheduled run reads, in days (domain.md §2.1). */
    int PERIODE = 60;

    @Override
    default boolean metEnAttente() {
        return true;
    }

    /** The first day for which the source has data. */
    LocalDate premierJour();

    /** The day on which a first run starts. */
    LocalDate depuis();

    /** Its extracts, in the order in which they are read; of two that disagree within a day the later holds. */
    List<Extrait> extraits();

    /** What columns hold when no extract says anything, by column. */
    Map<String, String> defauts();

    /**
     * Reads one page, row by row. Keeps to the source's rate.
     *
     * @param extrait rank of the extract
     * @param page from 1
     * @param lignes gets each row as soon as it is read
     * @throws SourceIndisponible when asking again may help
     * @throws SourceRefusee when it will not
     */
    LectureDePage lis(int extrait, LocalDate jour, int page, Consumer<LigneLue> lignes);

    /** Reads a row of it again, by today's rules: the text that {@link LigneRejetee} kept. */
    LigneLue relis(int extrait, LocalDate jour, String ligne);

    /**
     * The rank of the extract of this name.
     *
     * @throws IllegalArgumentException when it has none
     */
    default int rang(String extrait) {
        return IntStream.range(0, extraits().size())
                .filter(rang -> extraits().get(rang).nom().equals(extrait))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("extraction inconnue"));
    }

    /**
     * How a page was read.
     *
     * @param pages how many there are, at least 1
     * @param lignes how many rows the source says that all of them have together; empty where it does not say
     * @param derives where its rows do not look as the contract of the source says
     */
    record LectureDePage(int pages, OptionalLong lignes, Derives derives) {

        Annonce annonce() {
            return new Annonce(pages, lignes);
        }
    }
}
