package fr.gouv.apprentissage.bal.scellement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Wraps the kept keys anew, once the operator has turned a master key at the holder: one call for each master key, seconds for all. The keys
 * themselves stay what they are, so nothing that is sealed changes. An epoch's key is left out: it stays under its own version of
 * {@code bal-secrets}, so that destroying that version destroys the epoch.
 *
 * <p>May run at any time, in several processes, and again after it was killed: a wrapping is replaced only where the old one still stands.
 */
@Singleton
public final class Renveloppement {

    private static final Logger JOURNAL = Logger.getLogger(Renveloppement.class);

    /**
     * What came of it.
     *
     * @param renveloppees keys wrapped under a newer version
     * @param aJour keys that were under the newest one already
     * @param refusees keys that the holder would not wrap, as {@code IDENTITE (version 1)}: they stay as they were
     */
    public record Bilan(int renveloppees, int aJour, List<String> refusees) {

        public Bilan {
            refusees = List.copyOf(refusees);
        }

        private Bilan plus(Bilan autre) {
            var toutes = new ArrayList<>(refusees);
            toutes.addAll(autre.refusees);
            return new Bilan(renveloppees + autre.renveloppees, aJour + autre.aJour, toutes);
        }
    }

    private static final Bilan RIEN = new Bilan(0, 0, List.of());

    private final KeyHolder detenteur;
    private final RegistreDesCles registre;

    Renveloppement(KeyHolder detenteur, RegistreDesCles registre) {
        this.detenteur = detenteur;
        this.registre = registre;
    }

    /**
     * Wraps what is not under the newest version. Blocks for the calls, one after the other.
     *
     * @throws ClesIndisponibles when the holder is out of reach; what was replaced before stays replaced
     */
    public Bilan execute() {
        var bilan = RIEN;
        for (var lot : parMaitresse().entrySet()) {
            bilan = bilan.plus(renveloppe(lot.getKey(), lot.getValue()));
        }
        JOURNAL.infof(
                "clés renveloppées : %d, déjà à jour : %d, refusées : %s",
                bilan.renveloppees(), bilan.aJour(), bilan.refusees());
        return bilan;
    }

    private Map<CleMaitresse, List<CleEnveloppee>> parMaitresse() {
        var lots = new EnumMap<CleMaitresse, List<CleEnveloppee>>(CleMaitresse.class);
        for (var cle : registre.lis()) {
            var maitresse = CleMaitresse.duGenre(cle.genre());
            if (maitresse != CleMaitresse.SECRETS) {
                lots.computeIfAbsent(maitresse, m -> new ArrayList<>()).add(cle);
            }
        }
        return lots;
    }

    // One that is damaged makes the holder refuse the batch: then each on its own, so that it holds back no other.
    private Bilan renveloppe(CleMaitresse maitresse, List<CleEnveloppee> lot) {
        try {
            var nouvelles = detenteur.renveloppe(
                    maitresse, lot.stream().map(CleEnveloppee::enveloppe).toList());
            var bilan = RIEN;
            for (int i = 0; i < lot.size(); i++) {
                bilan = bilan.plus(remplace(lot.get(i), nouvelles.get(i)));
            }
            return bilan;
        } catch (ClesRefusees refus) {
            if (lot.size() == 1) {
                var cle = lot.get(0);
                JOURNAL.errorf("clé %s (version %d) : %s", cle.genre(), cle.version(), refus.getMessage());
                return new Bilan(0, 0, List.of(cle.genre() + " (version " + cle.version() + ")"));
            }
            return lot.stream().map(cle -> renveloppe(maitresse, List.of(cle))).reduce(RIEN, Bilan::plus);
        }
    }

    private Bilan remplace(CleEnveloppee cle, byte[] nouvelle) {
        var remplacee = nouvelle != cle.enveloppe()
                && registre.renveloppe(cle.genre(), cle.version(), cle.enveloppe(), nouvelle);
        return remplacee ? new Bilan(1, 0, List.of()) : new Bilan(0, 1, List.of());
    }
}
