package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code {"resultats": [{…}, {…}], …}}: where the rows begin and end, without looking into them, so that a row that cannot be read (invalid
 * UTF-8, nested too deeply, too long) spoils none of the others.
 */
final class LecteurDePage {

    private static final int CLE = 256;

    private final LecteurDOffre lecteur;
    private final int attendues;

    /** @param attendues most rows of a page */
    LecteurDePage(LecteurDOffre lecteur, int attendues) {
        this.lecteur = lecteur;
        this.attendues = attendues;
    }

    /**
     * @throws SourceIndisponible when the page is not whole
     * @throws IOException when it was cut on its way
     */
    List<OffreLue> lis(InputStream corps) throws IOException {
        var texte = new TexteJson(corps);
        exige(texte.prochain() == '{');
        List<OffreLue> offres = null;
        while (texte.prochain() != '}') {
            texte.recule();
            var cle = new String(texte.valeur(CLE).octets(), StandardCharsets.UTF_8);
            exige(cle.startsWith("\"") && texte.prochain() == ':');
            if (cle.equals("\"resultats\"")) {
                offres = lignes(texte);
            } else {
                texte.valeur(0);
            }
            if (texte.prochain() != ',') {
                texte.recule();
            }
        }
        exige(offres != null);
        return offres;
    }

    private List<OffreLue> lignes(TexteJson texte) throws IOException {
        exige(texte.prochain() == '[');
        var offres = new ArrayList<OffreLue>();
        while (texte.prochain() != ']') {
            texte.recule();
            offres.add(lecteur.lis(texte.valeur(LecteurDOffre.TAILLE)));
            exige(offres.size() <= attendues);
            if (texte.prochain() != ',') {
                texte.recule();
            }
        }
        return offres;
    }

    private static void exige(boolean bienForme) {
        if (!bienForme) {
            throw new SourceIndisponible("la source a envoyé une page malformée");
        }
    }
}
