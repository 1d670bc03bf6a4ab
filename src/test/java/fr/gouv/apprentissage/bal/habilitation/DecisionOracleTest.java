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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decision and naive oracle agree on generated registers. */
class DecisionOracleTest {

    private static final LocalDate ORIGINE = RegistresGeneres.ORIGINE;
    private static final List<String> CLIENTS = RegistresGeneres.CLIENTS;
    private static final List<Coordonnee> CHAMPS = RegistresGeneres.CHAMPS;

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
        return RegistresGeneres.registres();
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
