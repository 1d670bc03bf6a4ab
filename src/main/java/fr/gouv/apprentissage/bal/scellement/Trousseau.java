package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The key ring: every key of this process, read wrapped from the tables, unwrapped by the holder, held for a bounded time. Reading a key
 * never blocks; {@link #entretiens} and {@link #ouvre} do, and run where that is fine.
 */
@Singleton
final class Trousseau {

    static final String EPOQUE = "EPOQUE";
    /** How soon a key that another process wrote is known here: it must be announced longer ahead than this. */
    static final Duration RELECTURE = Duration.ofSeconds(30);

    private static final Logger JOURNAL = Logger.getLogger(Trousseau.class);
    private static final String INDEX = "INDEX:";
    private static final String SUPPRESSION = "SUPPRESSION";

    private final KeyHolder detenteur;
    private final RegistreDesCles registre;
    private final Clock horloge;
    private final ScellementConfig config;
    private final Map<Classe, Lignee> classes = new EnumMap<>(Classe.class);
    private final Map<GenreIndex, Lignee> index = new EnumMap<>(GenreIndex.class);
    private final Lignee contradictions = new Lignee(INDEX + "CONTRADICTION", CleMaitresse.INDEX);
    private final Lignee suppressions = new Lignee(SUPPRESSION, CleMaitresse.INDEX);
    private final Lignee pseudonymes = new Lignee("PSEUDONYME", CleMaitresse.PSEUDONYME);
    private final Lignee epoques = new Lignee(EPOQUE, CleMaitresse.SECRETS);
    private final List<Lignee> lignees;
    private long prochaineLecture;

    Trousseau(KeyHolder detenteur, RegistreDesCles registre, Clock horloge, ScellementConfig config) {
        if (config.dureeEnMemoire().isNegative() || config.dureeEnMemoire().isZero()) {
            throw new IllegalStateException("bal.scellement.duree-en-memoire doit être positive");
        }
        this.detenteur = detenteur;
        this.registre = registre;
        this.horloge = horloge;
        this.config = config;
        for (var classe : Classe.values()) {
            classes.put(classe, new Lignee(classe.name(), CleMaitresse.de(classe)));
        }
        for (var genre : GenreIndex.values()) {
            index.put(genre, new Lignee(INDEX + genre.name(), CleMaitresse.INDEX));
        }
        var toutes = new ArrayList<>(classes.values());
        toutes.addAll(index.values());
        toutes.addAll(List.of(contradictions, suppressions, pseudonymes, epoques));
        lignees = List.copyOf(toutes);
    }

    Lignee classe(Classe classe) {
        return classes.get(classe);
    }

    Lignee index(GenreIndex genre) {
        return index.get(genre);
    }

    Lignee contradictions() {
        return contradictions;
    }

    Lignee suppressions() {
        return suppressions;
    }

    Lignee pseudonymes() {
        return pseudonymes;
    }

    Lignee epoques() {
        return epoques;
    }

    long maintenant() {
        return horloge.millis();
    }

    /** Reads the tables, makes what a first start lacks, and unwraps. A database that does not answer stops the start; a holder does not. */
    synchronized void ouvre() {
        relis(maintenant());
        rafraichis();
    }

    /** What is due: reads the tables again, refreshes keys at half their time, tries again what failed. */
    synchronized void entretiens() {
        var maintenant = maintenant();
        if (maintenant >= prochaineLecture) {
            try {
                relis(maintenant);
            } catch (RuntimeException e) {
                JOURNAL.warnf("les tables des clés ne se lisent pas (%s) : les clés connues restent", e.getClass());
            }
        }
        rafraichis();
    }

    /** Lets go of keys whose end has come. Never blocks: it must go on while the holder hangs. */
    void laisseExpirer() {
        var maintenant = maintenant();
        lignees.forEach(lignee -> lignee.versions().forEach(cle -> cle.expire(maintenant)));
    }

    private void relis(long maintenant) {
        distribue(registre.lis());
        var creee = false;
        for (var lignee : lignees) {
            if (lignee.versions().isEmpty()) {
                creee |= cree(lignee);
            }
        }
        if (creee) {
            distribue(registre.lis());
        }
        prochaineLecture = maintenant + RELECTURE.toMillis();
    }

    private void distribue(List<CleEnveloppee> lues) {
        var parGenre = lues.stream().collect(Collectors.groupingBy(CleEnveloppee::genre));
        lignees.forEach(lignee -> lignee.relue(parGenre.getOrDefault(lignee.genre(), List.of())));
    }

    private boolean cree(Lignee lignee) {
        try {
            var enveloppe = detenteur.nouvelle(lignee.maitresse());
            registre.inscris(lignee.genre(), 1, enveloppe, plie(lignee) ? Pliage.VERSION : 0);
            return true;
        } catch (ClesIndisponibles | ClesRefusees e) {
            JOURNAL.warnf("la clé %s n'a pas été créée : %s", lignee.genre(), e.getMessage());
            return false;
        }
    }

    private static boolean plie(Lignee lignee) {
        return lignee.genre().startsWith(INDEX) || lignee.genre().equals(SUPPRESSION);
    }

    private void rafraichis() {
        var joignable = true;
        for (var lignee : lignees) {
            for (var cle : lignee.versions()) {
                if (cle.aRafraichir(maintenant())) {
                    joignable = rafraichis(lignee, cle, joignable);
                }
            }
        }
    }

    // Once a call found the holder out of reach, the others of this round would only wait for the same.
    private boolean rafraichis(Lignee lignee, CleVive cle, boolean joignable) {
        if (!joignable) {
            cle.horsDAtteinte(maintenant(), config.autonomie());
            return false;
        }
        try {
            cle.deballee(detenteur.deballe(lignee.maitresse(), cle.enveloppe()), maintenant(), config.dureeEnMemoire());
            return true;
        } catch (ClesRefusees e) {
            cle.refusee(maintenant());
            JOURNAL.errorf("clé %s refusée par le détenteur : %s", cle, e.getMessage());
            return true;
        } catch (ClesIndisponibles e) {
            cle.horsDAtteinte(maintenant(), config.autonomie());
            JOURNAL.warnf("le détenteur des clés est hors d'atteinte : %s", e.getMessage());
            return false;
        }
    }
}
