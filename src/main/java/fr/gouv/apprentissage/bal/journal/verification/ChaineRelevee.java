package fr.gouv.apprentissage.bal.journal.verification;

import fr.gouv.apprentissage.bal.journal.verification.Constat.Genre;
import fr.gouv.apprentissage.bal.journal.verification.Temoignage.Close;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One chain of the export, beside what checkpoints say of it. */
final class ChaineRelevee {

    private final UUID chaine;
    private final List<Releve> entrees;
    private final List<Close> closes;
    private final Map<Long, Releve> parRang = new HashMap<>();

    /**
     * @param entrees in the order of the export; at least one
     * @param closes heads of this chain, oldest first
     */
    ChaineRelevee(UUID chaine, List<Releve> entrees, List<Close> closes) {
        this.chaine = chaine;
        this.entrees = entrees;
        this.closes = closes;
    }

    /**
     * The first fault.
     *
     * @param perdu highest rank that may be gone by retention; -1: none
     * @param limite an entry before it must be closed by a checkpoint
     */
    Optional<Constat> verifie(long perdu, Instant limite) {
        var suite = suite(perdu);
        return suite.isPresent() ? suite : closes(limite);
    }

    /** Whether this entry stands there. */
    boolean contient(UUID id, long rang, byte[] empreinte) {
        return entrees.stream()
                .anyMatch(entree -> entree.rang() == rang && entree.id().equals(id) && entree.est(empreinte));
    }

    long premierRang() {
        return entrees.get(0).rang();
    }

    private Optional<Constat> suite(long perdu) {
        long debut = premierRang() <= perdu + 1 ? premierRang() : 0;
        long attendu = debut;
        Releve derniere = null;
        for (var entree : entrees) {
            if (!entree.integre()) {
                return constat(Genre.ENTREE_ALTEREE, entree.rang());
            }
            if (entree.rang() > attendu) {
                return constat(existe(attendu) ? Genre.ENTREE_DEPLACEE : Genre.ENTREE_MANQUANTE, attendu);
            }
            if (entree.rang() < attendu) {
                var premiere = parRang.get(entree.rang());
                return constat(
                        premiere != null && premiere.est(entree.empreinte())
                                ? Genre.ENTREE_DOUBLEE
                                : Genre.ENTREE_INTERCALEE,
                        entree.rang());
            }
            if (!suit(entree, derniere)) {
                return entrees.stream()
                                        .filter(autre -> autre.rang() == entree.rang())
                                        .count()
                                > 1
                        ? constat(Genre.ENTREE_INTERCALEE, entree.rang())
                        : constat(Genre.ENTREE_ALTEREE, Math.max(debut, entree.rang() - 1));
            }
            parRang.put(entree.rang(), entree);
            derniere = entree;
            attendu++;
        }
        return Optional.empty();
    }

    private boolean suit(Releve entree, Releve derniere) {
        if (derniere != null) {
            return entree.suit(derniere.empreinte());
        }
        if (entree.rang() == 0) {
            return entree.suit(new byte[32]);
        }
        // what was before is gone: a checkpoint may have kept its digest
        return closes.stream()
                .filter(close -> close.rang() == entree.rang() - 1)
                .allMatch(close -> entree.suit(close.empreinte()));
    }

    private boolean existe(long rang) {
        return entrees.stream().anyMatch(entree -> entree.rang() == rang);
    }

    private Optional<Constat> closes(Instant limite) {
        long fin = entrees.get(entrees.size() - 1).rang();
        long close = premierRang() - 1;
        for (var tete : closes) {
            if (tete.rang() > fin) {
                return constat(Genre.ENTREE_MANQUANTE, fin + 1);
            }
            if (tete.rang() >= premierRang() && !parRang.get(tete.rang()).est(tete.empreinte())) {
                return Optional.of(new Constat(
                        Genre.CHAINE_REECRITE,
                        "chaîne " + chaine + ", du rang " + (close + 1) + " au rang " + tete.rang() + " (jalon "
                                + tete.jalon() + ")"));
            }
            close = Math.max(close, tete.rang());
        }
        return close < fin && parRang.get(close + 1).le().isBefore(limite)
                ? constat(Genre.CHAINE_SANS_JALON, close + 1)
                : Optional.empty();
    }

    private Optional<Constat> constat(Genre genre, long rang) {
        return Optional.of(new Constat(genre, "chaîne " + chaine + ", rang " + rang));
    }
}
