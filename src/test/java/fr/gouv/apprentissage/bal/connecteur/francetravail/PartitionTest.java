package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static fr.gouv.apprentissage.bal.connecteur.francetravail.Offres.MAINTENANT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What lies behind the wall, against all that there is. */
class PartitionTest {

    private static final Limites PETITES = new Limites(5, 20);

    /** Offers of one trade that appeared at one moment: the worst that a source can do. */
    record Paquet(String departement, String nature, String rome, long age, int nombre) {}

    /** What one reading gave. */
    record Resultat(List<String> donnees, long lues, long horsDAtteinte) {}

    @Property(tries = 60)
    void what_is_read_and_what_is_reported_out_of_reach_are_together_all_there_is(
            @ForAll("mondes") List<Paquet> paquets) {
        var monde = monde(paquets);

        for (var departement : List.of("35", "2A")) {
            var lu = lis(monde, departement, PETITES);
            var attendues = ids(monde, departement);

            assertThat(lu.donnees()).doesNotHaveDuplicates().isSubsetOf(attendues);
            assertThat(lu.lues()).isEqualTo(lu.donnees().size());
            assertThat(lu.lues() + lu.horsDAtteinte()).isEqualTo(attendues.size());
            assertThat(lu.horsDAtteinte()).isEqualTo(inatteignables(monde, departement));
        }
    }

    @Example
    void a_departement_of_nine_thousand_offers_is_read_whole_behind_the_real_wall() {
        var monde = IntStream.range(0, 9_981)
                .mapToObj(rang -> Offres.offre("R" + rang, "75", MAINTENANT.minusSeconds(420L * rang)))
                .toList();

        var lu = lis(monde, "75", Limites.DOCUMENTEES);

        assertThat(new HashSet<>(lu.donnees())).hasSize(9_981);
        assertThat(lu.horsDAtteinte()).isZero();
    }

    @Example
    void what_cannot_be_divided_is_reported_by_number() {
        var monde = monde(List.of(new Paquet("35", "E2", "K1302", 86_400, 3_500)));

        var lu = lis(monde, "35", Limites.DOCUMENTEES);

        assertThat(lu.lues()).isEqualTo(3_150);
        assertThat(lu.horsDAtteinte()).isEqualTo(350);
    }

    @Example
    void the_hours_that_a_change_of_the_hour_repeats_are_read_once() {
        var passage = Instant.parse("2025-10-26T00:30:00Z");
        var monde = IntStream.range(0, 400)
                .mapToObj(rang -> Offres.offre("R" + rang, "35", passage.plusSeconds(18L * rang)))
                .toList();

        var lu = lis(monde, "35", PETITES);

        assertThat(lu.donnees()).doesNotHaveDuplicates().hasSize(400);
        assertThat(lu.horsDAtteinte()).isZero();
    }

    @Provide
    Arbitrary<List<Paquet>> mondes() {
        // Moments are the same, or ten seconds apart at least: windows are not divided below four.
        var ages = Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 90L * 8_640),
                        Arbitraries.longs().between(1, 60).map(minutes -> 6 * minutes))
                .map(dizaines -> 10 * dizaines);
        return Combinators.combine(
                        Arbitraries.of("35", "35", "35", "2A", "974"),
                        Arbitraries.of("E2", "E2", "FS"),
                        Arbitraries.of("A1203", "K1302", "N4101"),
                        ages,
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.integers().between(1, 12)),
                                Tuple.of(1, Arbitraries.integers().between(20, 60))))
                .as(Paquet::new)
                .list()
                .ofMaxSize(25);
    }

    private static List<OffreGeneree> monde(List<Paquet> paquets) {
        var offres = new ArrayList<OffreGeneree>();
        for (var paquet : paquets) {
            var creation = MAINTENANT.minusSeconds(paquet.age());
            for (var rang = 0; rang < paquet.nombre(); rang++) {
                offres.add(new OffreGeneree(
                        "P" + offres.size(),
                        paquet.departement(),
                        paquet.nature(),
                        creation,
                        creation,
                        paquet.rome(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return offres;
    }

    private static Set<String> ids(List<OffreGeneree> monde, String departement) {
        return monde.stream()
                .filter(offre -> offre.departement().equals(departement))
                .map(OffreGeneree::id)
                .collect(Collectors.toSet());
    }

    /** By the naive rule: of offers of one nature and one trade that came in one moment no more than the reach are given. */
    private static long inatteignables(List<OffreGeneree> monde, String departement) {
        return monde.stream()
                .filter(offre -> offre.departement().equals(departement))
                .collect(Collectors.groupingBy(
                        offre -> offre.nature() + offre.rome().charAt(0) + offre.creation(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(combien -> Math.max(0, combien - PETITES.portee()))
                .sum();
    }

    private static Resultat lis(List<OffreGeneree> monde, String departement, Limites limites) {
        var options =
                OptionsFranceTravail.sansLimite(FranceTravailDeTest.HORLOGE).avecLimites(limites.page(), limites.mur());
        try (var simulateur = SimulateurFranceTravail.demarre(maintenant -> monde, options)) {
            var acces = new ClientFranceTravail.Acces(
                    URI.create(simulateur.url()),
                    URI.create(simulateur.connexion()),
                    options.compte().utilisateur(),
                    options.compte().secret());
            var client = new ClientFranceTravail(
                    () -> acces,
                    SortieDeTest.vers(simulateur.url(), Duration.ofSeconds(20), FranceTravailDeTest.HORLOGE),
                    limites,
                    FranceTravailDeTest.HORLOGE);
            var donnees = new ArrayList<String>();
            var lecture = new LectureDeDepartement(client, limites, MAINTENANT, offre -> donnees.add(offre.cle()));
            var lue = lecture.lis(departement);
            return new Resultat(donnees, lue.lus(), lue.horsDAtteinte());
        }
    }
}
