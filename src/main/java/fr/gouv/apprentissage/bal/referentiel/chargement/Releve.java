package fr.gouv.apprentissage.bal.referentiel.chargement;

import java.util.ArrayList;
import java.util.List;

/** Counts while a file is read. */
final class Releve {

    private final String fichier;
    private final List<Remarque> corrections = new ArrayList<>();
    private final List<Remarque> refus = new ArrayList<>();
    private int lus;
    private int corriges;
    private int refuses;

    Releve(String fichier) {
        this.fichier = fichier;
    }

    String fichier() {
        return fichier;
    }

    void lu() {
        lus++;
    }

    void refuse(long ligne, String raison) {
        refuses++;
        retiens(refus, new Remarque(ligne, raison));
    }

    /** A row kept with these corrections; none: as it stands. */
    void garde(long ligne, List<String> raisons) {
        if (raisons.isEmpty()) {
            return;
        }
        corriges++;
        raisons.forEach(raison -> retiens(corrections, new Remarque(ligne, raison)));
    }

    RapportDeFichier rapport(UaisPartages uais) {
        return new RapportDeFichier(
                fichier, lus, lus - refuses, corriges, refuses, corrections, refus, uais.nombre(), uais.lignes());
    }

    private static void retiens(List<Remarque> remarques, Remarque remarque) {
        if (remarques.size() < RapportDeFichier.REMARQUES) {
            remarques.add(remarque);
        }
    }
}
