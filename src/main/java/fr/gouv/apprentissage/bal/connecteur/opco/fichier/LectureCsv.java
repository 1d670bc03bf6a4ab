package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.connecteur.opco.fichier.LignesDeTexte.Ligne;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file, row by row. A quote that nobody closed spoils its own row and no other: a row goes on over several lines only where it then has as many
 * columns as the header, and over none that names an establishment itself.
 */
final class LectureCsv {

    /** Lines that a row may have, quotes within. */
    private static final int LIGNES = 20;

    /** Lines in which the header is looked for: some exports begin with a title. */
    private static final int AVANT_ENTETE = 20;

    private final LignesDeTexte lignes;
    private final Deque<Ligne> remises = new ArrayDeque<>();
    private Derives derives = Derives.AUCUNE;

    LectureCsv(InputStream flux) {
        this.lignes = new LignesDeTexte(flux);
    }

    /**
     * Reads to the end.
     *
     * @return how many rows there were
     * @throws SourceRefusee when the columns are not there
     */
    long lis(Format format, Interpretation interpretation, Consumer<LigneDeFait> suite) throws IOException {
        var entete = entete(format);
        long lues = 0;
        for (var ligne = prochaine(); ligne.isPresent(); ligne = prochaine()) {
            var numero = ligne.get().numero();
            if (ligne.get().tropLongue()) {
                lues++;
                suite.accept(Interpretation.ecartee(Interpretation.LONGUEUR).a(numero));
            } else if (!ligne.get().texte().isBlank()) {
                lues++;
                suite.accept(
                        interprete(entete, ligne.get().texte(), interpretation).a(numero));
            }
        }
        return lues;
    }

    /** Where the header that was read is not as the contract of its format says. */
    Derives derives() {
        return derives;
    }

    private record Entete(DecoupeCsv decoupe, Colonnes colonnes) {}

    private Entete entete(Format format) throws IOException {
        for (int n = 0; n < AVANT_ENTETE; n++) {
            var ligne = prochaine();
            if (ligne.isEmpty()) {
                break;
            }
            for (var decoupe : DecoupeCsv.TOUTES) {
                var noms = decoupe.champs(ligne.get().texte());
                var colonnes = format.colonnes(noms);
                if (colonnes.lisibles()) {
                    derives = format.derives(noms);
                    return new Entete(decoupe, colonnes);
                }
            }
        }
        throw new SourceRefusee("le fichier n'a pas les colonnes attendues");
    }

    private LigneDeFait interprete(Entete entete, String premiere, Interpretation interpretation) throws IOException {
        var champs = champs(entete, premiere);
        if (champs.size() != entete.colonnes().nombre()) {
            return Interpretation.ecartee(Interpretation.COLONNES);
        }
        var colonnes = entete.colonnes();
        return interpretation.lis(
                colonnes.siren() < 0 ? "" : champs.get(colonnes.siren()),
                champs.get(colonnes.siret()),
                champs.get(colonnes.courriels()));
    }

    private List<String> champs(Entete entete, String premiere) throws IOException {
        if (guillemetsFermes(premiere)) {
            return entete.decoupe().champs(premiere);
        }
        var suites = new ArrayList<Ligne>();
        var texte = new StringBuilder(premiere);
        while (suites.size() < LIGNES && texte.length() < LignesDeTexte.LONGUEUR) {
            var suite = prochaine();
            if (suite.isEmpty()) {
                break;
            }
            suites.add(suite.get());
            texte.append('\n').append(suite.get().texte());
            if (suite.get().tropLongue() || estUneRangee(entete, suite.get().texte())) {
                break;
            }
            if (!guillemetsFermes(suite.get().texte())) {
                var champs = entete.decoupe().champs(texte.toString());
                if (champs.size() == entete.colonnes().nombre()) {
                    return champs;
                }
            }
        }
        remets(suites);
        return entete.decoupe().champs(premiere);
    }

    /** An establishment of its own: to join it to the row before would give that one its address. */
    private static boolean estUneRangee(Entete entete, String texte) {
        var champs = entete.decoupe().champs(texte);
        return champs.size() > entete.colonnes().siret()
                && Interpretation.estUnSiret(champs.get(entete.colonnes().siret()));
    }

    private static boolean guillemetsFermes(String texte) {
        return texte.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    private Optional<Ligne> prochaine() throws IOException {
        return remises.isEmpty() ? lignes.suivante() : Optional.of(remises.removeFirst());
    }

    private void remets(List<Ligne> suites) {
        for (int i = suites.size() - 1; i >= 0; i--) {
            remises.addFirst(suites.get(i));
        }
    }
}
