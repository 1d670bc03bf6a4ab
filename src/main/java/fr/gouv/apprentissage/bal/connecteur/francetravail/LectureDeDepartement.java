package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LectureDePart;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.DemandeRefusee;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the offers of a département once, each once: a search that has more than the source gives is divided, one that changes while it is read is read
 * again, and what could not be reached is counted. Not for several threads.
 */
final class LectureDeDepartement {

    /** How many times a search is read again. */
    static final int RELECTURES = 5;

    private enum Issue {
        ENTIERE,
        /** Offers came or went meanwhile. */
        CHANGEE,
        /** The source announces more than it gave. */
        INCOMPLETE,
        /** The source's wall stands closer than it was thought to. */
        MUR
    }

    private final Guichet guichet;
    private final Instant maintenant;
    private final Consumer<OffreLue> consommateur;
    private final Set<String> lues = new HashSet<>();
    private Limites limites;
    private boolean divisee;

    /**
     * @param maintenant end of the time that windows cover
     * @param consommateur gets each offer once, as soon as its page is there
     */
    LectureDeDepartement(Guichet guichet, Limites limites, Instant maintenant, Consumer<OffreLue> consommateur) {
        this.guichet = guichet;
        this.limites = limites;
        this.maintenant = maintenant;
        this.consommateur = consommateur;
    }

    /**
     * @throws SourceIndisponible when asking again may help
     * @throws DemandeRefusee when the source refuses the whole département
     * @throws SourceRefusee when it refuses what it took before
     */
    LectureDePart lis(String departement) {
        var entiere = Recherche.de(departement);
        var premiere = guichet.page(entiere, 0);
        var relue = lis(entiere, premiere);
        // Pieces are compared with the whole: an offer that no criterion finds would else be lost in silence.
        var total =
                divisee ? Math.min(premiere.total(), guichet.page(entiere, 0).total()) : relue;
        return new LectureDePart(lues.size(), Math.max(0, total - lues.size()));
    }

    /** How many the source announced when it was read last: what it announced before that is no longer true. */
    private long lis(Recherche recherche, PageLue premiere) {
        var debut = premiere;
        var issue = Issue.CHANGEE;
        for (var fois = 0; fois <= RELECTURES && issue != Issue.ENTIERE; fois++) {
            if (debut.total() > limites.portee() && divise(recherche)) {
                return debut.total();
            }
            issue = passe(recherche, debut);
            if (issue != Issue.ENTIERE) {
                debut = guichet.page(recherche, 0);
            }
        }
        if (issue == Issue.CHANGEE) {
            throw new SourceIndisponible("le nombre d'offres change sans cesse");
        }
        return debut.total();
    }

    private boolean divise(Recherche recherche) {
        var morceaux = recherche.divise(maintenant);
        divisee |= !morceaux.isEmpty();
        for (var morceau : morceaux) {
            lis(morceau, premiere(morceau));
        }
        return !morceaux.isEmpty();
    }

    private PageLue premiere(Recherche morceau) {
        try {
            return guichet.page(morceau, 0);
        } catch (DemandeRefusee refus) {
            throw new SourceRefusee("la source refuse les critères d'un morceau (" + refus.statut() + ") : "
                    + String.join(", ", morceau.parametres().keySet()));
        }
    }

    /** From the first page to the last that can be asked for. */
    private Issue passe(Recherche recherche, PageLue premiere) {
        var vues = new HashSet<String>();
        prends(premiere, vues);
        var total = premiere.total();
        var position = limites.page();
        for (; position < total && position <= limites.mur(); position += limites.page()) {
            PageLue page;
            try {
                page = guichet.page(recherche, position);
            } catch (DemandeRefusee refus) {
                limites = limites.refuse(position);
                return Issue.MUR;
            }
            if (page.total() != total) {
                return Issue.CHANGEE;
            }
            prends(page, vues);
        }
        if (position > limites.page() && !inchangee(recherche, total, vues)) {
            return Issue.CHANGEE;
        }
        return vues.size() < Math.min(total, limites.portee()) ? Issue.INCOMPLETE : Issue.ENTIERE;
    }

    /** What is new stands first: one came and one went while the pages were read would not show in their number. */
    private boolean inchangee(Recherche recherche, long total, Set<String> vues) {
        var encore = guichet.page(recherche, 0);
        var connues = encore.offres().stream().map(OffreLue::cle).allMatch(vues::contains);
        prends(encore, new HashSet<>());
        return encore.total() == total && connues;
    }

    private void prends(PageLue page, Set<String> vues) {
        for (var offre : page.offres()) {
            vues.add(offre.cle());
            if (lues.add(offre.cle())) {
                consommateur.accept(offre);
            }
        }
    }
}
