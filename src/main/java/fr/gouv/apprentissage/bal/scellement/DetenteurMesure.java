package fr.gouv.apprentissage.bal.scellement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;

/** A holder whose calls are counted: by operation, master key and result. */
final class DetenteurMesure implements KeyHolder {

    private final KeyHolder detenteur;
    private final MeterRegistry registre;

    DetenteurMesure(KeyHolder detenteur, MeterRegistry registre) {
        this.detenteur = detenteur;
        this.registre = registre;
    }

    @Override
    public byte[] nouvelle(CleMaitresse maitresse) {
        return mesure("nouvelle", maitresse, () -> detenteur.nouvelle(maitresse));
    }

    @Override
    public byte[] deballe(CleMaitresse maitresse, byte[] enveloppe) {
        return mesure("deballe", maitresse, () -> detenteur.deballe(maitresse, enveloppe));
    }

    @Override
    public List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes) {
        return mesure("renveloppe", maitresse, () -> detenteur.renveloppe(maitresse, enveloppes));
    }

    private <T> T mesure(String operation, CleMaitresse maitresse, Supplier<T> appel) {
        var debut = Timer.start(registre);
        var resultat = "OK";
        try {
            return appel.get();
        } catch (ClesRefusees e) {
            resultat = e.panne().name();
            refus(maitresse, e.panne());
            throw e;
        } catch (ClesIndisponibles e) {
            resultat = e.panne().name();
            throw e;
        } finally {
            debut.stop(Timer.builder("bal.cles.appels")
                    .description("Appels au détenteur des clés")
                    .tag("operation", operation)
                    .tag("cle", maitresse.nom())
                    .tag("resultat", resultat)
                    .register(registre));
        }
    }

    private void refus(CleMaitresse maitresse, Panne panne) {
        registre.counter("bal.cles.refus", "cle", maitresse.nom(), "motif", panne.name())
                .increment();
    }
}
