package fr.gouv.apprentissage.bal.habilitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.observation.DroitDemande;
import fr.gouv.apprentissage.bal.habilitation.observation.OperationObservee;
import fr.gouv.apprentissage.bal.habilitation.observation.Simulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What a simulation says is what the naive oracle says of each need, before and after. */
class SimulationOracleTest {

    private static final LocalDate JOUR = RegistresGeneres.ORIGINE;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void whatIsGainedAndLostIsWhatTheOracleGrantsOnOneSideAlone(
            @ForAll("registres") Registre registre,
            @ForAll("nouveaux") Octroi nouveau,
            @ForAll("operations") OperationObservee quelconque,
            @ForAll boolean remplace,
            @ForAll boolean sienne) {
        var operation = sienne ? pour(nouveau, quelconque) : quelconque;
        var remplacee = remplace
                ? registre.octrois().stream()
                        .max(Comparator.comparing(octroi -> octroi.client().equals(operation.client())
                                && octroi.finalite().equals(operation.finalite())))
                : Optional.<Octroi>empty();
        var jour = nouveau.du().isAfter(JOUR) ? nouveau.du() : JOUR;
        var apres = new ArrayList<Octroi>();
        for (var octroi : registre.octrois()) {
            if (remplacee.isEmpty() || octroi != remplacee.get()) {
                apres.add(octroi);
            }
        }
        apres.add(nouveau);

        var effet = Simulation.de(registre, nouveau, remplacee, JOUR).effet(operation);

        var avantElle = permis(registre.octrois(), operation, jour);
        var apresElle = permis(apres, operation, jour);
        assertThat(effet.gagne()).containsExactlyElementsOf(moins(apresElle, avantElle));
        assertThat(effet.perd()).containsExactlyElementsOf(moins(avantElle, apresElle));
        Statistics.label("effet")
                .collect(!effet.gagne().isEmpty(), !effet.perd().isEmpty());
        Statistics.label("effet").coverage(couverture -> {
            couverture.check(true, false).count(gagne -> gagne > 0);
            couverture.check(false, true).count(perdu -> perdu > 0);
        });
    }

    private static OperationObservee pour(Octroi octroi, OperationObservee operation) {
        return new OperationObservee(
                octroi.client(),
                octroi.finalite(),
                operation.empreinte(),
                operation.texte(),
                operation.besoins(),
                operation.derniereVue());
    }

    private static TreeSet<String> permis(List<Octroi> octrois, OperationObservee operation, LocalDate jour) {
        var registre = new Registre(1, java.util.Map.of(), octrois);
        var permis = new TreeSet<String>();
        for (var besoin : operation.besoins()) {
            var accordent = OracleNaif.reponse(
                            registre,
                            operation.client(),
                            Optional.of(operation.finalite()),
                            jour,
                            besoin.coordonnee(),
                            besoin.acces())
                    .accordent();
            if (accordent.isEmpty()) {
                continue;
            }
            var clair = accordent.stream().anyMatch(une -> une.endsWith(":AUCUN"));
            var acces = besoin.acces() == Acces.LIRE ? "" : " " + besoin.acces();
            permis.add(besoin.coordonnee() + acces + (clair ? "" : " (masque INITIALE)"));
        }
        return permis;
    }

    private static List<String> moins(TreeSet<String> uns, TreeSet<String> autres) {
        var reste = new TreeSet<>(uns);
        reste.removeAll(autres);
        return List.copyOf(reste);
    }

    @Provide
    Arbitrary<Registre> registres() {
        return RegistresGeneres.registres();
    }

    @Provide
    Arbitrary<Octroi> nouveaux() {
        return RegistresGeneres.octrois()
                .filter(octroi -> octroi.motifRevocation().isEmpty())
                .map(octroi -> RegistresGeneres.renomme(octroi, "(simulation)"));
    }

    @Provide
    Arbitrary<OperationObservee> operations() {
        var besoins = Combinators.combine(Arbitraries.of(RegistresGeneres.CHAMPS), Arbitraries.of(Acces.class))
                .as(DroitDemande::new)
                .set()
                .ofMinSize(1)
                .map(TreeSet::new);
        return Combinators.combine(
                        Arbitraries.of(RegistresGeneres.CLIENTS), Arbitraries.of("rdv", "mesure", "inconnue"), besoins)
                .as((client, finalite, siens) ->
                        new OperationObservee(client, finalite, "00", "{ contrats }", siens, Instant.EPOCH));
    }
}
