package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;

/** The faults of DECA, page by page. */
public final class PannesDeca extends Pannes<Demande> {

    PannesDeca() {}

    /**
     * This fault for that page at that try.
     *
     * @param page from 1
     * @param essai from 1
     */
    public void programme(Extrait extrait, LocalDate jour, int page, int essai, Panne panne) {
        programme(
                d -> d.extrait() == extrait && d.debut().equals(jour) && d.page() == page && d.essai() == essai, panne);
    }
}
