package fr.gouv.apprentissage.bal.scellement;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One version of one key, whether or not it is in memory now. Reading it never blocks. Time decides, not a timer: a key whose end has come
 * serves nobody, even if whatever should have let go of it hangs.
 */
final class CleVive {

    /** Why a key is not in memory. */
    enum Absence {
        PAS_ENCORE_LUE("pas encore lue"),
        HORS_D_ATTEINTE("détenteur hors d'atteinte depuis trop longtemps"),
        REFUSEE("refusée par le détenteur"),
        RETIREE("retirée");

        private final String texte;

        Absence(String texte) {
            this.texte = texte;
        }
    }

    private static final long ESSAI = Duration.ofSeconds(5).toMillis();
    // A holder that refuses is asked less and less: where the process logs in by itself each refusal costs a login too.
    private static final long ESSAI_APRES_REFUS = Duration.ofSeconds(30).toMillis();
    private static final long ESSAI_APRES_DES_REFUS = Duration.ofMinutes(5).toMillis();
    private static final long JAMAIS = -1;

    private final String genre;
    private final int version;
    private volatile CleEnveloppee enveloppee;
    private volatile long activeLe;
    private volatile Moteurs moteurs;
    private volatile long limite;
    private volatile Absence absence = Absence.PAS_ENCORE_LUE;
    private volatile Optional<Panne> panne = Optional.empty();
    private long premierEchec = JAMAIS;
    private long prochainEssai;
    private long pause = ESSAI_APRES_REFUS;

    CleVive(CleEnveloppee enveloppee) {
        this.genre = enveloppee.genre();
        this.version = enveloppee.version();
        this.enveloppee = enveloppee;
        this.activeLe = enveloppee.activeLe().toEpochMilli();
    }

    int version() {
        return version;
    }

    byte[] enveloppe() {
        return enveloppee.enveloppe();
    }

    int regles() {
        return enveloppee.regles();
    }

    /** Whether new values may go under it, as the announcement says; epoch milliseconds. */
    boolean active(long maintenant) {
        return activeLe <= maintenant;
    }

    /** The same key, as the table has it now: wrapped anew, or active at another moment. */
    synchronized void relue(CleEnveloppee nouvelle) {
        if (moteurs == null && !Arrays.equals(enveloppee.enveloppe(), nouvelle.enveloppe())) {
            prochainEssai = 0;
        }
        enveloppee = nouvelle;
        activeLe = nouvelle.activeLe().toEpochMilli();
    }

    /**
     * The engines of the key.
     *
     * @param maintenant epoch milliseconds
     * @throws ClesIndisponibles when it is not in memory, or no longer may be
     */
    Moteurs moteurs(long maintenant) {
        var presents = moteurs;
        if (presents != null && maintenant < limite) {
            return presents;
        }
        expire(maintenant);
        throw new ClesIndisponibles(panne.orElse(Panne.HORS_D_ATTEINTE), "clé " + this + " : " + pourquoi());
    }

    /** Why it is not in memory, in French; how its last refresh ended by name, where that failed. */
    String pourquoi() {
        return absence.texte + panne.map(p -> " (" + p + ")").orElse("");
    }

    /** How its last refresh failed; empty when it did not. */
    Optional<Panne> panne() {
        return panne;
    }

    /** Until when it may serve, epoch milliseconds; in the past when it is not in memory. */
    synchronized long fin() {
        return moteurs == null ? 0 : limite;
    }

    synchronized boolean presente(long maintenant) {
        expire(maintenant);
        return moteurs != null;
    }

    synchronized boolean aRafraichir(long maintenant) {
        return maintenant >= prochainEssai;
    }

    synchronized void deballee(byte[] octets, long maintenant, Duration duree) {
        limite = maintenant + duree.toMillis();
        prochainEssai = maintenant + duree.toMillis() / 2;
        premierEchec = JAMAIS;
        panne = Optional.empty();
        pause = ESSAI_APRES_REFUS;
        if (moteurs == null) {
            moteurs = new Moteurs(octets);
        }
    }

    /** The holder did not answer: what is in memory serves on, but counted from the first time. */
    synchronized void horsDAtteinte(long maintenant, Duration autonomie, Panne pourquoi) {
        expire(maintenant);
        panne = Optional.of(pourquoi);
        if (premierEchec == JAMAIS) {
            premierEchec = maintenant;
            limite = maintenant + autonomie.toMillis();
        }
        prochainEssai = maintenant + ESSAI;
        if (moteurs == null) {
            absence = Absence.HORS_D_ATTEINTE;
        }
        expire(maintenant);
    }

    synchronized void refusee(long maintenant, Panne pourquoi) {
        panne = Optional.of(pourquoi);
        prochainEssai = maintenant + pause;
        pause = Math.min(2 * pause, ESSAI_APRES_DES_REFUS);
        premierEchec = JAMAIS;
        lache(Absence.REFUSEE);
    }

    synchronized void retiree() {
        lache(Absence.RETIREE);
    }

    /** Lets go of a key whose end has come. */
    synchronized void expire(long maintenant) {
        if (moteurs != null && maintenant >= limite) {
            lache(Absence.HORS_D_ATTEINTE);
        }
    }

    private void lache(Absence pourquoi) {
        absence = pourquoi;
        moteurs = null;
    }

    @Override
    public String toString() {
        return genre + " (version " + version + ")";
    }
}
