package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Registers at random: few clients, purposes and fields, so that habilitations meet. */
final class RegistresGeneres {

    static final LocalDate ORIGINE = LocalDate.of(2026, 6, 15);
    static final List<String> CLIENTS = List.of("lba", "tdb");
    static final List<Coordonnee> CHAMPS = List.of(
            Coordonnee.lis("Personne.nom"), Coordonnee.lis("Personne.courriels"), Coordonnee.lis("Contrat.dateDebut"));

    private static final List<String> FINALITES = List.of("rdv", "mesure");

    private RegistresGeneres() {}

    /** Up to six habilitations around {@link #ORIGINE}, each with an id of its own. */
    static Arbitrary<Registre> registres() {
        return octrois().list().ofMaxSize(6).map(octrois -> {
            var numerotes = new ArrayList<Octroi>();
            for (var octroi : octrois) {
                numerotes.add(renomme(octroi, "h" + (octrois.size() - numerotes.size())));
            }
            return new Registre(1, Map.of(), numerotes);
        });
    }

    static Octroi renomme(Octroi o, String id) {
        return new Octroi(
                id,
                o.client(),
                o.finalite(),
                o.baseLegale(),
                o.accordeePar(),
                o.du(),
                o.au(),
                o.motifRevocation(),
                o.perimetre(),
                o.droits());
    }

    static Arbitrary<Octroi> octrois() {
        var droits = Combinators.combine(
                        Arbitraries.of(Acces.class).set().ofMaxSize(3), Arbitraries.of(Masque.AUCUN, Masque.INITIALE))
                .as(Droit::new);
        return Combinators.combine(
                        Arbitraries.of(CLIENTS),
                        Arbitraries.of(FINALITES),
                        Arbitraries.integers().between(-5, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(
                                Optional.<String>empty(), Optional.<String>empty(), Optional.of("fin de convention")),
                        Arbitraries.maps(Arbitraries.of(CHAMPS), droits).ofMaxSize(3))
                .as((client, finalite, debut, duree, revocation, champs) -> new Octroi(
                        "h",
                        client,
                        finalite,
                        "art. 6.1.e",
                        "DGEFP",
                        ORIGINE.plusDays(debut),
                        ORIGINE.plusDays(debut + duree),
                        revocation,
                        Perimetre.SANS_BORNE,
                        champs));
    }
}
