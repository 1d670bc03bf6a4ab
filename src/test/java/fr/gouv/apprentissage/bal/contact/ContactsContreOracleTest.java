package fr.gouv.apprentissage.bal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any facts, in any order and any lots, by two processes at once: what stands is what a naive reading of all of them says. */
class ContactsContreOracleTest {

    private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 3, 31);
    private static final List<String> DOMAINES = List.of("essai.fr", "orange.fr", "mail.entreprise.example");

    /** What a source says, in small numbers. Address 0: the domain alone. */
    record Dit(int source, boolean questionne, int siren, int siret, int adresse, int domaine, int jour) {

        FaitDeContact fait() {
            var compagnie = FaitsDeTest.siren(siren);
            var etablissement = siret == 0 ? Optional.<Siret>empty() : Optional.of(FaitsDeTest.siret(compagnie, siret));
            var quand = AUJOURDHUI.minusDays(jour);
            if (adresse == 0) {
                var seul = FaitsDeTest.domaine("S" + source, questionne, compagnie, DOMAINES.get(0) + domaine, quand);
                return new FaitDeContact(
                        compagnie,
                        etablissement,
                        seul.courriel(),
                        seul.domaine(),
                        seul.source(),
                        questionne,
                        seul.vuLe(),
                        seul.expireLe());
            }
            return FaitsDeTest.fait(
                    "S" + source,
                    questionne,
                    compagnie,
                    etablissement,
                    "a" + adresse + "@" + DOMAINES.get(domaine),
                    quand);
        }

        String quoi() {
            var compagnie = FaitsDeTest.siren(siren);
            var siege = siret == 0 ? "-" : FaitsDeTest.siret(compagnie, siret).valeur();
            var dit = adresse == 0
                    ? "-|" + DOMAINES.get(0) + domaine
                    : "a" + adresse + "@" + DOMAINES.get(domaine) + "|" + (domaine == 1 ? "-" : DOMAINES.get(domaine));
            return "S" + source + "|" + (questionne ? "Q" : "D") + "|" + compagnie.valeur() + "|" + siege + "|" + dit;
        }

        LocalDate quand() {
            return AUJOURDHUI.minusDays(jour);
        }
    }

    @Provide
    Arbitrary<Dit> dits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 35))
                .as(Dit::new);
    }

    @Provide
    Arbitrary<List<List<Dit>>> lots() {
        return dits().list().ofMaxSize(25).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property(tries = 60)
    void what_stands_is_what_a_naive_reading_says(@ForAll("lots") List<List<Dit>> lots) throws Exception {
        // Given
        var pool = BaseDIngestion.vide();
        var horloge = BancDeContacts.le(AUJOURDHUI);
        var processus = List.of(
                new BancDeContacts(pool, ScellementDeTest.ouvert(), horloge),
                new BancDeContacts(pool, ScellementDeTest.ouvert(), horloge));

        // When
        var total = enMemeTemps(processus, lots);

        // Then
        var attendus = naif(lots);
        assertThat(processus.get(0).contacts()).isEqualTo(attendus);
        assertThat(total.crees()).isEqualTo(attendus.size());
        assertThat(total.perimes()).isEqualTo((int) lots.stream()
                .flatMap(List::stream)
                .filter(dit -> dit.jour() > 30)
                .count());
        var ou = processus.get(0).enregistrements();
        assertThat(ou.get(1)).isEqualTo(ou.get(0));

        // And once more, all of it, nothing changes
        var encore = enMemeTemps(processus, lots);
        assertThat(List.of(encore.crees(), encore.revus())).containsOnly(0);
    }

    private static Ecriture enMemeTemps(List<BancDeContacts> processus, List<List<Dit>> lots) throws Exception {
        var fils = Executors.newFixedThreadPool(processus.size());
        try {
            var faits = new ArrayList<Future<Ecriture>>();
            for (var rang = 0; rang < lots.size(); rang++) {
                var banc = processus.get(rang % processus.size());
                var lot = lots.get(rang).stream().map(Dit::fait).toList();
                faits.add(fils.submit(() -> banc.ecris(lot)));
            }
            var total = Ecriture.AUCUNE;
            for (var fait : faits) {
                total = total.plus(fait.get());
            }
            return total;
        } finally {
            fils.shutdown();
        }
    }

    private static List<String> naif(List<List<Dit>> lots) {
        var jours = new TreeMap<String, List<LocalDate>>();
        lots.stream().flatMap(List::stream).filter(dit -> dit.jour() <= 30).forEach(dit -> jours.computeIfAbsent(
                        dit.quoi(), nouveau -> new ArrayList<>())
                .add(dit.quand()));
        return jours.entrySet().stream()
                .map(un -> {
                    var siens = un.getValue().stream().sorted().toList();
                    var dernier = siens.get(siens.size() - 1);
                    return un.getKey() + "|" + siens.get(0) + "|" + dernier + "|" + dernier.plusDays(30);
                })
                .sorted()
                .toList();
    }
}
