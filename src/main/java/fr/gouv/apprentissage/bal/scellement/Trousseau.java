package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The key ring: every key of this process, read wrapped from the tables, unwrapped by the holder, held for a bounded time. Reading a key
 * never blocks; {@link #entretiens} and {@link #ouvre} do, and run where that is fine.
 */
@Singleton
final class Trousseau {

    static final String EPOQUE = "EPOQUE";
    static final String INDEX = "INDEX:";
    /** How soon a key that another process wrote is known here: it must be announced longer ahead than this. */
    static final Duration RELECTURE = Duration.ofSeconds(30);

    private static final Logger JOURNAL = Logger.getLogger(Trousseau.class);
    static final String SUPPRESSION = "SUPPRESSION";

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

    /** @throws IllegalArgumentException when there is no such genre */
    Lignee lignee(String genre) {
        return lignees.stream()
                .filter(lignee -> lignee.genre().equals(genre))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("genre de clé inconnu"));
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

    /** Each key of which there is one. */
    List<Lignee> lignees() {
        return lignees;
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

    /** What is known of each key now, absent ones among them. */
    List<EtatDeCle> etats() {
        var maintenant = maintenant();
        return lignees.stream()
                .flatMap(lignee -> EtatDeCle.de(lignee, maintenant).stream())
                .toList();
    }

    private void relis(long maintenant) {
        distribue(registre.lis());
        if (creeCeQuiManque()) {
            distribue(registre.lis());
        }
        prochaineLecture = maintenant + RELECTURE.toMillis();
    }

    private boolean creeCeQuiManque() {
        var creee = false;
        for (var lignee : lignees) {
            if (!lignee.versions().isEmpty()) {
                continue;
            }
            try {
                cree(lignee);
                creee = true;
            } catch (ClesRefusees e) {
                JOURNAL.errorf("la clé %s n'a pas été créée : %s", lignee.genre(), e.getMessage());
            } catch (ClesIndisponibles e) {
                JOURNAL.warnf("la clé %s n'a pas été créée : %s", lignee.genre(), e.getMessage());
                // The others would only wait for the same, one after the other, and the start with them.
                if (e.panne().generale()) {
                    return creee;
                }
            }
        }
        return creee;
    }

    private void distribue(List<CleEnveloppee> lues) {
        var parGenre = lues.stream().collect(Collectors.groupingBy(CleEnveloppee::genre));
        lignees.forEach(lignee -> lignee.relue(parGenre.getOrDefault(lignee.genre(), List.of())));
    }

    private void cree(Lignee lignee) {
        var enveloppe = detenteur.nouvelle(lignee.maitresse());
        registre.inscris(lignee.genre(), premiere(lignee), enveloppe, plie(lignee) ? Pliage.VERSION : 0);
    }

    // A kind of index that is new begins where the others are: they turn together.
    private int premiere(Lignee nouvelle) {
        var generations = contradictions.versions();
        return nouvelle.genre().startsWith(INDEX) && !generations.isEmpty()
                ? generations.get(generations.size() - 1).version()
                : 1;
    }

    private static boolean plie(Lignee lignee) {
        return lignee.genre().startsWith(INDEX) || lignee.genre().equals(SUPPRESSION);
    }

    private void rafraichis() {
        var panne = Optional.<Panne>empty();
        for (var lignee : lignees) {
            for (var cle : lignee.versions()) {
                if (cle.aRafraichir(maintenant())) {
                    panne = rafraichis(lignee, cle, panne);
                }
            }
        }
    }

    // Once a call found the holder out of reach, the others of this round would only wait for the same.
    private Optional<Panne> rafraichis(Lignee lignee, CleVive cle, Optional<Panne> generale) {
        var avant = cle.panne();
        if (generale.isPresent()) {
            cle.horsDAtteinte(maintenant(), config.autonomie(), generale.get());
            return generale;
        }
        try {
            var octets = detenteur.deballe(lignee.maitresse(), cle.enveloppe());
            cle.deballee(octets, maintenant(), config.dureeEnMemoire());
            Arrays.fill(octets, (byte) 0);
            avant.ifPresent(p -> JOURNAL.infof("clé %s : le détenteur la donne de nouveau", cle));
            return Optional.empty();
        } catch (ClesRefusees e) {
            cle.refusee(maintenant(), e.panne());
            siNouvelle(
                    avant,
                    e.panne(),
                    () -> JOURNAL.errorf("clé %s refusée par le détenteur : %s", cle, e.getMessage()));
            return Optional.empty();
        } catch (ClesIndisponibles e) {
            cle.horsDAtteinte(maintenant(), config.autonomie(), e.panne());
            siNouvelle(
                    avant,
                    e.panne(),
                    () -> JOURNAL.warnf(
                            "clé %s : le détenteur ne l'a pas donnée (%s), ce qui est en mémoire sert encore %s",
                            cle, e.getMessage(), config.autonomie()));
            return Optional.of(e.panne()).filter(Panne::generale);
        }
    }

    // Every few seconds the same line would hide the others.
    private static void siNouvelle(Optional<Panne> avant, Panne panne, Runnable ecriture) {
        if (!avant.equals(Optional.of(panne))) {
            ecriture.run();
        }
    }
}
