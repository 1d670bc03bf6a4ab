package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a client may do for a purpose on a day (DESIGN.md, "What rights mean"). A pure function of the register: the same inputs give
 * equal decisions. Enforcement, {@code explique} and {@code moi} all ask this class, so that they cannot disagree.
 */
public final class Decision {

    private final Optional<String> finalite;
    private final LocalDate jour;
    /** Of this client, in the order of their ids. */
    private final List<Octroi> octrois;

    private final List<Octroi> actifs;
    private final Suspension suspension;
    private final Perimetre agent;

    private Decision(
            Optional<String> finalite, LocalDate jour, List<Octroi> octrois, Suspension suspension, Perimetre agent) {
        this.finalite = finalite;
        this.jour = jour;
        this.octrois = octrois;
        this.suspension = suspension;
        this.agent = agent;
        this.actifs = suspension.totale()
                ? List.of()
                : actifsSansSuspension()
                        .map(octroi -> octroi.sans(suspension.coordonnees()))
                        .toList();
    }

    /**
     * The decision for a client.
     *
     * @param registre all habilitations
     * @param client who asks
     * @param finalite purpose; without one nothing is granted
     * @param jour the day, Europe/Paris
     */
    public static Decision de(Registre registre, String client, Optional<String> finalite, LocalDate jour) {
        return de(registre, client, finalite, jour, Perimetre.SANS_BORNE);
    }

    /** The decision for a caller, within what the agent behind the client may reach. */
    public static Decision de(Registre registre, Appelant appelant) {
        return de(registre, appelant.client(), appelant.finalite(), appelant.jour(), appelant.perimetre());
    }

    private static Decision de(
            Registre registre, String client, Optional<String> finalite, LocalDate jour, Perimetre agent) {
        var octrois = registre.octrois().stream()
                .filter(octroi -> octroi.client().equals(client))
                .sorted(Comparator.comparing(Octroi::id))
                .toList();
        var suspension = Optional.ofNullable(registre.clients().get(client))
                .map(ClientHabilite::suspension)
                .orElse(Suspension.AUCUNE);
        return new Decision(finalite, jour, octrois, suspension, agent);
    }

    /** The active habilitations of this client and purpose, in the order of their ids; a {@link Portee} names them by their place here. */
    public List<Octroi> actifs() {
        return actifs;
    }

    /** The rows that the active habilitation at this place reaches for this caller. */
    public Etendue etendue(int octroi) {
        return Etendue.de(actifs.get(octroi).perimetre(), agent);
    }

    /** Whether the access is granted on the coordinate, by which habilitations, or why not. */
    public Verdict verdict(Coordonnee coordonnee, Acces acces) {
        var portees = new ArrayList<Portee>();
        for (int i = 0; i < actifs.size(); i++) {
            if (actifs.get(i).accorde(coordonnee, acces)) {
                var droit = actifs.get(i).droits().get(coordonnee);
                portees.add(new Portee(i, acces == Acces.LIRE ? droit.masque() : Masque.AUCUN));
            }
        }
        return portees.isEmpty()
                ? new Verdict(List.of(), Optional.of(motif(coordonnee, acces)))
                : new Verdict(portees, Optional.empty());
    }

    /**
     * What lets the sealed values of one record be opened: the personal fields that an active habilitation grants to read, and that covers
     * the record. Names the habilitations on which it rests.
     *
     * @param catalogue the fields that there are
     * @param couvert whether the habilitation at this place of {@link #actifs()} covers the record
     */
    public Autorisation autorisation(Catalogue catalogue, IntPredicate couvert) {
        var couvrants = IntStream.range(0, actifs.size())
                .filter(couvert)
                .mapToObj(actifs::get)
                .filter(octroi -> scelles(catalogue).anyMatch(champ -> octroi.accorde(champ.coordonnee(), Acces.LIRE)))
                .toList();
        var numeros = scelles(catalogue)
                .filter(champ -> couvrants.stream().anyMatch(octroi -> octroi.accorde(champ.coordonnee(), Acces.LIRE)))
                .map(ChampDeclare::numero)
                .toList();
        return Autorisation.deDecision(
                numeros, couvrants.stream().map(Octroi::id).collect(Collectors.joining(",")));
    }

    private static Stream<ChampDeclare> scelles(Catalogue catalogue) {
        return catalogue.tous().stream().filter(champ -> champ.personnel() && champ.stocke());
    }

    /**
     * Why it is refused: the reason that is nearest to being granted. First what is suspended; then what this purpose grants today on the field for another access;
     * then what it would have granted on another day or was taken back (revoked before expired before to come); then what another purpose grants today.
     */
    private Motif motif(Coordonnee coordonnee, Acces acces) {
        if (actifsSansSuspension().anyMatch(octroi -> octroi.accorde(coordonnee, acces))) {
            return Motif.SUSPENDU;
        }
        if (actifs.stream().anyMatch(octroi -> accordeUnAcces(octroi, coordonnee))) {
            return Motif.AUTRE_ACCES;
        }
        Predicate<Octroi> accorde = octroi -> octroi.accorde(coordonnee, acces);
        var siens = accorde.and(this::deLaFinalite);
        if (octrois.stream().anyMatch(siens.and(dansLEtat(EtatHabilitation.REVOQUEE)))) {
            return Motif.REVOQUEE;
        }
        if (octrois.stream().anyMatch(siens.and(dansLEtat(EtatHabilitation.EXPIREE)))) {
            return Motif.EXPIREE;
        }
        if (octrois.stream().anyMatch(siens.and(dansLEtat(EtatHabilitation.A_VENIR)))) {
            return Motif.A_VENIR;
        }
        return octrois.stream().anyMatch(accorde.and(dansLEtat(EtatHabilitation.ACTIVE)))
                ? Motif.AUTRE_FINALITE
                : Motif.AUCUN_DROIT;
    }

    private Stream<Octroi> actifsSansSuspension() {
        return octrois.stream().filter(octroi -> deLaFinalite(octroi) && octroi.etat(jour) == EtatHabilitation.ACTIVE);
    }

    private Predicate<Octroi> dansLEtat(EtatHabilitation etat) {
        return octroi -> octroi.etat(jour) == etat;
    }

    private boolean deLaFinalite(Octroi octroi) {
        return finalite.isPresent() && octroi.finalite().equals(finalite.get());
    }

    private static boolean accordeUnAcces(Octroi octroi, Coordonnee coordonnee) {
        return octroi.droits().containsKey(coordonnee)
                && !octroi.droits().get(coordonnee).acces().isEmpty();
    }

    @Override
    public boolean equals(Object autre) {
        return autre instanceof Decision decision
                && finalite.equals(decision.finalite)
                && jour.equals(decision.jour)
                && suspension.equals(decision.suspension)
                && agent.equals(decision.agent)
                && octrois.equals(decision.octrois);
    }

    @Override
    public int hashCode() {
        return Objects.hash(finalite, jour, octrois, suspension, agent);
    }

    /**
     * The verdict on one coordinate and access.
     *
     * @param portees the habilitations that grant it, each with its mask, in the order of {@link #actifs()}; empty: refused
     * @param motif why it is refused; empty when granted
     */
    public record Verdict(List<Portee> portees, Optional<Motif> motif) {

        public Verdict {
            portees = List.copyOf(portees);
        }

        /** Whether any habilitation grants it. */
        public boolean autorise() {
            return !portees.isEmpty();
        }

        /** The part under the least mask, the first of them in the order of the ids; empty when refused. */
        public Optional<Portee> moinsMasquee() {
            return portees.stream().min(Comparator.comparing(Portee::masque));
        }
    }

    /**
     * One habilitation's part in a verdict.
     *
     * @param octroi place in {@link Decision#actifs()}
     * @param masque mask under which it grants reading; AUCUN for the other accesses
     */
    public record Portee(int octroi, Masque masque) {}
}
