package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two real keys, and the worst moment: whoever asks for the id of the one that signs finds the other signing a moment later. */
final class SignataireQuiTourne implements Signataire {

    private final List<Signataire> cles;
    private final AtomicInteger tours = new AtomicInteger();

    SignataireQuiTourne(Signataire une, Signataire autre) {
        this.cles = List.of(une, autre);
    }

    /** How often it turned. */
    int tours() {
        return tours.get();
    }

    @Override
    public String cle() {
        return tourne().cle();
    }

    @Override
    public Uni<List<ClePublique>> publiques() {
        return Uni.createFrom()
                .item(cles.stream()
                        .flatMap(cle ->
                                Stream.of(cle.publiques().await().indefinitely().get(0)))
                        .toList());
    }

    @Override
    public Uni<byte[]> signe(byte[] octets) {
        return courante().signe(octets);
    }

    @Override
    public Uni<Signe> signe(Function<String, byte[]> forme) {
        return tourne().signe(forme);
    }

    private Signataire courante() {
        return cles.get(tours.get() % cles.size());
    }

    private Signataire tourne() {
        return cles.get(tours.getAndIncrement() % cles.size());
    }
}
