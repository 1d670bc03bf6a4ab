package fr.gouv.apprentissage.bal.habilitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decision and naive oracle agree on generated registers. */
class DecisionOracleTest {

    private static final LocalDate ORIGINE = LocalDate.of(2026, 6, 15);
    private static final List<String> CLIENTS = List.of("lba", "tdb");
    private static final List<String> FINALITES = List.of("rdv", "mesure");
    private static final List<Coordonnee> CHAMPS = List.of(
            Coordonnee.lis("Personne.nom"), Coordonnee.lis("Personne.courriels"), Coordonnee.lis("Contrat.dateDebut"));

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void decisionAndOracleGiveTheSameVerdictMasksAndReason(
            @ForAll("registres") Registre registre,
            @ForAll("finalites") Optional<String> finalite,
            @ForAll("jours") LocalDate jour) {
        for (var client : CLIENTS) {
            var decision = Decision.de(registre, client, finalite, jour);
            for (var champ : CHAMPS) {
                for (var acces : Acces.values()) {
                    assertThat(reponse(decision, champ, acces))
                            .isEqualTo(OracleNaif.reponse(registre, client, finalite, jour, champ, acces));
                }
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void explanationSaysWhatTheVerdictSays(
            @ForAll("registres") Registre registre,
            @ForAll("finalites") Optional<String> finalite,
            @ForAll("jours") LocalDate jour) {
        var decision = Decision.de(registre, "lba", finalite, jour);
        for (var champ : CHAMPS) {
            var oracle = OracleNaif.reponse(registre, "lba", finalite, jour, champ, Acces.LIRE);

            var explication = Explication.de(decision, champ, Acces.LIRE);

            assertThat(explication.autorise()).isEqualTo(oracle.motif().isEmpty());
            assertThat(Optional.ofNullable(explication.motif()).map(Motif::valueOf))
                    .isEqualTo(oracle.motif());
            if (explication.autorise()) {
                assertThat(oracle.accordent()).contains(explication.habilitation() + ":" + explication.masque());
            } else {
                assertThat(explication.habilitation()).isNull();
            }
        }
    }

    private static OracleNaif.Reponse reponse(Decision decision, Coordonnee champ, Acces acces) {
        var verdict = decision.verdict(champ, acces);
        var accordent = new ArrayList<String>();
        verdict.portees()
                .forEach(portee ->
                        accordent.add(decision.actifs().get(portee.octroi()).id() + ":" + portee.masque()));
        return new OracleNaif.Reponse(accordent, verdict.motif());
    }

    @Provide
    Arbitrary<Optional<String>> finalites() {
        return Arbitraries.of(Optional.of("rdv"), Optional.of("mesure"), Optional.of("inconnue"), Optional.empty());
    }

    @Provide
    Arbitrary<LocalDate> jours() {
        return Arbitraries.integers().between(-6, 6).map(ORIGINE::plusDays);
    }

    @Provide
    Arbitrary<Registre> registres() {
        return octrois().list().ofMaxSize(6).map(octrois -> {
            var numerotes = new ArrayList<Octroi>();
            for (var octroi : octrois) {
                numerotes.add(renomme(octroi, "h" + (octrois.size() - numerotes.size())));
            }
            return new Registre(1, Map.of(), numerotes);
        });
    }

    private static Octroi renomme(Octroi o, String id) {
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

    private static Arbitrary<Octroi> octrois() {
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

    /** Without this the property could hold on registers that never grant anything. */
    @Property(tries = 1)
    void anOracleThatGrantsIsExercised() {
        var octroi = new Octroi(
                "h",
                "lba",
                "rdv",
                "",
                "",
                ORIGINE,
                ORIGINE,
                Optional.empty(),
                Perimetre.SANS_BORNE,
                Map.of(CHAMPS.get(0), new Droit(Set.of(Acces.LIRE), Masque.INITIALE)));

        var reponse = OracleNaif.reponse(
                new Registre(1, Map.of(), List.of(octroi)),
                "lba",
                Optional.of("rdv"),
                ORIGINE,
                CHAMPS.get(0),
                Acces.LIRE);

        assertThat(reponse.accordent()).containsExactly("h:INITIALE");
    }
}
