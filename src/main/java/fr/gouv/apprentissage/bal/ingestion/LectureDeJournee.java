package fr.gouv.apprentissage.bal.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads a day into staging: extract after extract, page after page, from where an earlier attempt of the same run stopped. */
final class LectureDeJournee {

    private static final int LOT = 1_000;
    private static final int AVANCE = 3;
    private static final int RELECTURES = 5;
    private static final int LUE = 0;
    private static final int CONTREDITE = 1;
    private static final int COURTE = 2;
    private static final String HORS_D_ATTEINTE = ParcoursDeParts.HORS_D_ATTEINTE;
    private static final String SECRET_ALTERE = "SECRET_ALTERE";

    private final Transactions transactions;
    private final ConnecteurTire connecteur;
    private final MiseEnAttente attente;
    private final SurDerive surDerive;
    private final PageStore pages = new PageStore();

    LectureDeJournee(Transactions transactions, ConnecteurTire connecteur, MiseEnAttente attente, SurDerive surDerive) {
        this.surDerive = surDerive;
        this.transactions = transactions;
        this.connecteur = connecteur;
        this.attente = attente;
    }

    /** Drops from staging what this run does not continue. */
    void reprends(long execution) {
        transactions.dans(connexion -> {
            pages.reprends(connexion, connecteur.source(), execution);
            return execution;
        });
    }

    /**
     * Reads while what was read before is prepared, and what was prepared is sealed and written: a few lots are in memory, whatever the size of a
     * page or a day.
     *
     * @param poursuit called before each request and each lot; throws when the run must stop here
     * @param lues told how many rows each page had
     */
    void lis(long execution, LocalDate jour, Runnable poursuit, LongConsumer lues) {
        try (var preparation = new Arriere("preparation", AVANCE);
                var arriere = new Arriere("staging", AVANCE)) {
            var lecture = new Lecture(execution, poursuit, lues, preparation, arriere);
            for (var rang = 0; rang < connecteur.extraits().size(); rang++) {
                lecture.lisEntier(new Place(connecteur.source(), jour, rang, 1));
            }
            arriere.termine();
        }
    }

    /** A day as it comes in; what it writes is written in the order of the source. */
    private final class Lecture {

        private final long execution;
        private final Runnable poursuit;
        private final LongConsumer lues;
        private final Arriere preparation;
        private final Arriere arriere;
        private Optional<Place> commencee = Optional.empty();
        private Optional<Annonce> annoncee = Optional.empty();
        private boolean toutesAttendues;
        // Rows of the extract's pages before the one that is being read.
        private long avant;

        Lecture(long execution, Runnable poursuit, LongConsumer lues, Arriere preparation, Arriere arriere) {
            this.execution = execution;
            this.poursuit = poursuit;
            this.lues = lues;
            this.preparation = preparation;
            this.arriere = arriere;
        }

        /** Again where it did not hold together; and once where it had fewer rows than it announces, which some source may do for ever. */
        void lisEntier(Place debut) {
            toutesAttendues = true;
            for (var lectures = 0; lectures <= RELECTURES; lectures++) {
                var lu = lisExtrait(debut);
                if (lu == LUE) {
                    return;
                }
                toutesAttendues &= lu != COURTE;
            }
            throw new SourceIndisponible("le nombre de pages ou de lignes change sans cesse");
        }

        /** What does not hold together, or is short, is dropped. */
        private int lisExtrait(Place debut) {
            var faites = transactions.avec(connexion -> pages.pages(connexion, debut));
            annoncee = faites.stream().map(PageStore.Faite::annonce).findFirst();
            avant = faites.stream().mapToLong(PageStore.Faite::lus).sum();
            var lu = LUE;
            for (var page = faites.size() + 1; lu == LUE && page <= annoncees(); page++) {
                var place = new Place(debut.source(), debut.jour(), debut.extrait(), page);
                lu = connecteur.reprise().avec(() -> lisPage(place));
            }
            if (lu != LUE) {
                arriere.fais(() -> transactions.fais(connexion -> pages.effaceExtrait(connexion, debut)));
            }
            arriere.termine();
            return lu;
        }

        private int annoncees() {
            return annoncee.map(Annonce::pages).orElse(1);
        }

        private int lisPage(Place place) {
            poursuit.run();
            if (commencee.filter(place::equals).isPresent()) {
                arriere.fais(() -> transactions.fais(connexion -> pages.efface(connexion, place)));
            }
            // Of what an earlier attempt of the run began nothing is left since it was taken up again.
            commencee = Optional.of(place);
            var page = new Page(this, place);
            var lecture = connecteur.lis(place.extrait(), place.jour(), place.page(), page);
            surDerive.juge(lecture.derives());
            // Never complete then: whoever takes over must not find it beside those that came before.
            if (annoncee.filter(lecture.annonce()::contredit).isPresent()) {
                return CONTREDITE;
            }
            if (toutesAttendues && page.manquent(lecture) > 0) {
                return COURTE;
            }
            annoncee = Optional.of(lecture.annonce());
            page.termine(lecture);
            avant += page.lues;
            return LUE;
        }
    }

    /** A page as it comes in. */
    private final class Page implements Consumer<LigneLue> {

        private final Lecture lecture;
        private final Place place;
        private List<PreparationDeLignes.Placee> lot = new ArrayList<>();
        // Of the thread that reads.
        private final Map<String, Long> signalements = new TreeMap<>();
        // Of the one that writes.
        private final Map<String, Long> ecartees = new TreeMap<>();
        private int lues;

        Page(Lecture lecture, Place place) {
            this.lecture = lecture;
            this.place = place;
        }

        @Override
        public void accept(LigneLue ligne) {
            if (ligne instanceof LigneRecue recue) {
                recue.signalements().forEach(motif -> signalements.merge(motif, 1L, Long::sum));
            }
            lot.add(new PreparationDeLignes.Placee(lues++, ligne));
            if (lot.size() == LOT) {
                vide();
            }
        }

        private void vide() {
            if (!lot.isEmpty()) {
                lecture.poursuit.run();
                var plein = lot;
                lot = new ArrayList<>();
                var prepare = lecture.preparation.prepare(() -> attente.prepare(plein));
                lecture.arriere.fais(() -> ecris(Arriere.donne(prepare)));
            }
        }

        private void ecris(PreparationDeLignes.Lot plein) {
            var sans = attente.ajoute(place, plein);
            compte(ecartees, Rappels.MOTIF, sans.effacees());
            compte(ecartees, SECRET_ALTERE, sans.perdues());
        }

        /** Rows that all pages together announce and do not have, once this is the last of them. */
        long manquent(ConnecteurTire.LectureDePage lecturePage) {
            return place.page() == lecturePage.pages()
                    ? Math.max(0, lecturePage.lignes().orElse(0) - lecture.avant - lues)
                    : 0;
        }

        void termine(ConnecteurTire.LectureDePage lecturePage) {
            vide();
            compte(signalements, HORS_D_ATTEINTE, manquent(lecturePage));
            lecture.arriere.fais(() -> {
                signalements.forEach((motif, nombre) -> ecartees.merge(motif, nombre, Long::sum));
                transactions.fais(connexion -> pages.termine(
                        connexion,
                        place,
                        lecturePage.annonce(),
                        lecture.execution,
                        lues,
                        ecartees,
                        lecturePage.derives()));
                lecture.lues.accept(lues);
            });
        }

        private static void compte(Map<String, Long> dans, String motif, long lignes) {
            if (lignes > 0) {
                dans.merge(motif, lignes, Long::sum);
            }
        }
    }
}
