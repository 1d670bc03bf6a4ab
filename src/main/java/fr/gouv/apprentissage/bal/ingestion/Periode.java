package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days that a run reads, both included, never before the source's first nor after yesterday (domain.md §2.1). The source gives 60 days at most
 * at a time: it is asked day by day, so that whoever reads again may ask for years.
 *
 * @param du first day
 * @param au last day
 */
record Periode(LocalDate du, LocalDate au) {

    /** What a run has to read, settled once: empty when there is nothing. */
    static Optional<Periode> de(
            Execution execution, ConnecteurTire connecteur, Optional<LocalDate> curseur, Clock horloge) {
        if (execution.du() != null) {
            return Optional.of(new Periode(execution.du(), execution.au()));
        }
        return aLire(connecteur, curseur, horloge);
    }

    /** From the day after the cursor to yesterday; empty when there is nothing. */
    static Optional<Periode> aLire(ConnecteurTire connecteur, Optional<LocalDate> curseur, Clock horloge) {
        var depart = curseur.map(jour -> jour.plusDays(1)).orElse(connecteur.depuis());
        var du = depart.isBefore(connecteur.premierJour()) ? connecteur.premierJour() : depart;
        var hier = Jours.hier(horloge);
        if (du.isAfter(hier)) {
            return Optional.empty();
        }
        var borne = du.plusDays(ConnecteurTire.PERIODE - 1L);
        return Optional.of(new Periode(du, borne.isBefore(hier) ? borne : hier));
    }

    /**
     * The period that somebody asks for; without an end it goes as far as it may.
     *
     * @throws ArgumentInvalide when it is not one that may be asked for
     */
    static Periode demandee(ConnecteurTire connecteur, LocalDate du, LocalDate au, Clock horloge) {
        var hier = Jours.hier(horloge);
        if (du == null) {
            throw new ArgumentInvalide("du", "le premier jour est attendu quand le dernier est donné");
        }
        if (du.isBefore(connecteur.premierJour())) {
            throw new ArgumentInvalide("du", "la source n'a rien avant le " + connecteur.premierJour());
        }
        if (du.isAfter(hier)) {
            throw new ArgumentInvalide("du", "la source n'a de données que jusqu'à la veille");
        }
        var borne = du.plusDays(ConnecteurTire.PERIODE - 1L);
        var fin = au == null ? (borne.isBefore(hier) ? borne : hier) : au;
        if (fin.isAfter(hier)) {
            throw new ArgumentInvalide("au", "la source n'a de données que jusqu'à la veille");
        }
        if (fin.isBefore(du)) {
            throw new ArgumentInvalide("au", "la fin précède le début");
        }
        return new Periode(du, fin);
    }
}
