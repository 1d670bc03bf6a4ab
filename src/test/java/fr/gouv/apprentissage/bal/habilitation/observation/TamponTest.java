package fr.gouv.apprentissage.bal.habilitation.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TamponTest {

    private static final Instant MIDI = Instant.parse("2026-06-15T10:00:00Z");

    private final Tampon tampon = new Tampon(Clock.fixed(MIDI, ZoneOffset.UTC), 2);

    @Test
    void anOperationThatIsMetOftenWaitsOnceWithItsCount() {
        var marque = marque("aa");
        marque.vue();
        marque.vue();
        marque.vue();

        assertThat(tampon.prends()).singleElement().satisfies(prise -> assertThat(prise.releve())
                .satisfies(releve -> {
                    assertThat(releve.fois()).isEqualTo(3);
                    assertThat(releve.derniere()).isEqualTo(MIDI);
                }));
    }

    @Test
    void onceReadItWaitsOnlyWhenItIsMetAgain() {
        var marque = marque("aa");
        marque.vue();
        tampon.prends().forEach(Marque::releve);
        assertThat(tampon.prends()).isEmpty();

        marque.vue();

        assertThat(tampon.prends()).hasSize(1);
    }

    @Test
    void whatCouldNotBeWrittenWaitsAgainBesideWhatCameSince() {
        var marque = marque("aa");
        marque.vue();
        var releve = tampon.prends().get(0).releve();
        marque.vue();

        marque.ajoute(releve.fois());

        assertThat(tampon.prends())
                .singleElement()
                .satisfies(prise -> assertThat(prise.releve().fois()).isEqualTo(2));
    }

    @Test
    void whatFindsNoPlaceIsCountedAndTriesAgain() {
        marque("aa").vue();
        marque("bb").vue();
        var tierce = marque("cc");
        tierce.vue();
        assertThat(tampon.perdues()).isOne();
        tampon.prends();

        tierce.vue();

        assertThat(tampon.prends()).hasSize(1);
    }

    @Test
    void noMeetingIsLostBetweenThreads() throws Exception {
        var grand = new Tampon(Clock.systemUTC(), 10);
        var marque = grand.marque(Vues.vue("lba", "aa", Set.of(), "Personne.nom"));
        var fini = new AtomicBoolean();
        var fils = Executors.newFixedThreadPool(5);
        Callable<Long> lecteur = () -> {
            long lues = 0;
            boolean dernier;
            do {
                dernier = fini.get();
                lues += grand.prends().stream()
                        .mapToLong(prise -> prise.releve().fois())
                        .sum();
            } while (!dernier);
            return lues;
        };
        var lues = fils.submit(lecteur);

        var ecrivains = IntStream.range(0, 4)
                .mapToObj(n -> fils.submit(() -> IntStream.range(0, 50_000).forEach(i -> marque.vue())))
                .collect(Collectors.toList());
        for (var ecrivain : ecrivains) {
            ecrivain.get();
        }
        fini.set(true);

        assertThat(lues.get()).isEqualTo(200_000);
        fils.shutdown();
    }

    @Test
    void ofOneDocumentTheNeedsAreJoined() {
        var une = new Releve(Vues.vue("lba", "aa", Set.of(), "Personne.nom"), 2, MIDI);
        var autre = new Releve(
                Vues.vue("lba", "aa", Set.of(Vues.usage("h", "Contrat.statut")), "Contrat.statut FILTRER"),
                1,
                MIDI.plusSeconds(9));
        var ailleurs = new Releve(Vues.vue("tdb", "aa", Set.of(), "Personne.nom"), 1, MIDI);

        assertThat(Releve.reunis(java.util.List.of(une, ailleurs, autre)))
                .containsExactly(
                        new Releve(
                                Vues.vue(
                                        "lba",
                                        "aa",
                                        Set.of(Vues.usage("h", "Contrat.statut")),
                                        "Personne.nom",
                                        "Contrat.statut FILTRER"),
                                3,
                                MIDI.plusSeconds(9)),
                        ailleurs);
    }

    private Marque marque(String empreinte) {
        return tampon.marque(Vues.vue("lba", empreinte, Set.of(), "Personne.nom"));
    }
}
