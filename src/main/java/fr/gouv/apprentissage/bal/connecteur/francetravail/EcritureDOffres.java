package fr.gouv.apprentissage.bal.connecteur.francetravail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a reading writes, lot by lot. */
final class EcritureDOffres {

    private static final int LOT = 1_000;

    private final OffreStore offres;
    private final String departement;
    private final Instant vuesLe;
    private final long lecture;
    private final List<Offre> entieres = new ArrayList<>();
    private final List<String> abimees = new ArrayList<>();
    private boolean anonymes;

    EcritureDOffres(OffreStore offres, String departement, Instant vuesLe) {
        this.offres = offres;
        this.departement = departement;
        this.vuesLe = vuesLe;
        this.lecture = offres.commence();
    }

    void prends(OffreLue lue) {
        anonymes |= lue.offre().isEmpty();
        lue.offre().ifPresent(offre -> {
            if (lue.entiere()) {
                entieres.add(offre);
            } else {
                abimees.add(offre.id());
            }
        });
        if (entieres.size() + abimees.size() >= LOT) {
            vide();
        }
    }

    /** A row that does not say which offer it is may be any: nothing is taken for gone then. */
    void finis(boolean toutes, LocalDate jour) {
        vide();
        if (toutes && !anonymes) {
            offres.disparaissent(lecture, departement, jour);
        }
    }

    private void vide() {
        offres.ecris(lecture, departement, vuesLe, entieres);
        offres.revois(lecture, vuesLe, abimees);
        entieres.clear();
        abimees.clear();
    }
}
