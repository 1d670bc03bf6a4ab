package fr.gouv.apprentissage.bal.ingestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads a day into staging: extract after extract, page after page, from where an earlier attempt of the same run stopped. */
final class LectureDeJournee {

    private static final int LOT = 250;
    private static final int RELECTURES = 5;
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
     * @param poursuit called before each request and each lot; throws when the run must stop here
     * @param lues told how many rows each page had
     */
    void lis(long execution, LocalDate jour, Runnable poursuit, LongConsumer lues) {
        for (var rang = 0; rang < connecteur.extraits().size(); rang++) {
            var relectures = 0;
            while (!lisExtrait(execution, new Place(connecteur.source(), jour, rang, 1), poursuit, lues)) {
                if (++relectures > RELECTURES) {
                    throw new SourceIndisponible("le nombre de pages change sans cesse");
                }
            }
        }
    }

    /** False when the number of pages changed meanwhile: what was read does not hold together, and is dropped. */
    private boolean lisExtrait(long execution, Place debut, Runnable poursuit, LongConsumer lues) {
        var faites = transactions.avec(connexion -> pages.pages(connexion, debut));
        var total = faites.isEmpty() ? 0 : faites.get(0);
        for (var page = faites.size() + 1; total == 0 || page <= total; page++) {
            var place = new Place(debut.source(), debut.jour(), debut.extrait(), page);
            var annonce = connecteur.reprise().avec(() -> lisPage(execution, place, poursuit, lues));
            if (total != 0 && annonce != total) {
                transactions.dans(connexion -> {
                    pages.effaceExtrait(connexion, place);
                    return place;
                });
                return false;
            }
            total = annonce;
        }
        return true;
    }

    private int lisPage(long execution, Place place, Runnable poursuit, LongConsumer lues) {
        poursuit.run();
        transactions.dans(connexion -> {
            pages.efface(connexion, place);
            return place;
        });
        var page = new Page(place, poursuit);
        var lecture = connecteur.lis(place.extrait(), place.jour(), place.page(), page);
        surDerive.juge(lecture.derives());
        var annonce = lecture.pages();
        page.vide();
        transactions.dans(connexion -> {
            pages.termine(connexion, place, annonce, execution, page.lues, page.signalements, lecture.derives());
            return place;
        });
        lues.accept(page.lues);
        return annonce;
    }

    /** A page as it comes in. */
    private final class Page implements Consumer<LigneLue> {

        private final Place place;
        private final Runnable poursuit;
        private final List<MiseEnAttente.Placee> lot = new ArrayList<>();
        private final Map<String, Long> signalements = new TreeMap<>();
        private int lues;

        Page(Place place, Runnable poursuit) {
            this.place = place;
            this.poursuit = poursuit;
        }

        @Override
        public void accept(LigneLue ligne) {
            if (ligne instanceof LigneRecue recue) {
                recue.signalements().forEach(motif -> signalements.merge(motif, 1L, Long::sum));
            }
            lot.add(new MiseEnAttente.Placee(lues++, ligne));
            if (lot.size() == LOT) {
                vide();
            }
        }

        void vide() {
            if (!lot.isEmpty()) {
                poursuit.run();
                var ecartees = attente.ajoute(place, lot);
                compte(Rappels.MOTIF, ecartees.effacees());
                compte(SECRET_ALTERE, ecartees.perdues());
                lot.clear();
            }
        }

        private void compte(String motif, int lignes) {
            if (lignes > 0) {
                signalements.merge(motif, (long) lignes, Long::sum);
            }
        }
    }
}
