package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A workbook (xlsx), row by row. Read by ourselves, by the JDK's streaming reader: what reads any workbook lets one bad cell end the file, and one bad
 * reference fill the memory. The texts that cells share are kept while it is read; they have a greatest size.
 */
final class LectureClasseur {

    /** Most bytes of the texts that cells share. */
    static final long TEXTES_PARTAGES = 64L << 20;

    /** Most bytes of a workbook that comes from an address: it is read twice, and no clear value is written to a disk. */
    static final int TELECHARGE = 64 << 20;

    private static final int PARTIES = 1_000;
    private static final int AVANT_ENTETE = 20;

    private final long taille;
    private Derives derives = Derives.AUCUNE;

    /** @param taille most bytes of all that is read, inflated */
    LectureClasseur(long taille) {
        this.taille = taille;
    }

    /**
     * Reads to the end.
     *
     * @return how many rows there were
     * @throws SourceRefusee when it is no workbook, too large, or has not the columns
     */
    long lis(Contenu contenu, Format format, Interpretation interpretation, Consumer<LigneDeFait> suite)
            throws IOException {
        var relu = contenu.relisible() ? contenu : garde(contenu);
        var plan = new PlanDeClasseur();
        parcours(relu, (nom, archive) -> {
            plan.lis(nom, new PartieBornee(archive, Math.min(taille, TEXTES_PARTAGES)));
            return Optional.empty();
        });
        return parcours(
                        relu,
                        (nom, archive) -> nom.equals(plan.feuille())
                                ? Optional.of(feuille(
                                        new Feuille(new FluxXml(new PartieBornee(archive, taille)), plan),
                                        format,
                                        interpretation,
                                        suite))
                                : Optional.empty())
                .orElseThrow(() -> new SourceRefusee("le classeur n'a pas de feuille"));
    }

    /** Where the header that was read is not as the contract of its format says. */
    Derives derives() {
        return derives;
    }

    /** Looks at a part of the archive; an answer ends the walk. */
    @FunctionalInterface
    private interface Visite {

        Optional<Long> partie(String nom, InputStream archive) throws IOException;
    }

    private Optional<Long> parcours(Contenu contenu, Visite visite) throws IOException {
        int parties = 0;
        try (var archive = new ZipInputStream(contenu.ouvre())) {
            for (var partie = archive.getNextEntry(); partie != null; partie = suivante(archive)) {
                if (++parties > PARTIES) {
                    throw new SourceRefusee("le classeur a plus de " + PARTIES + " parties");
                }
                var trouve = visite.partie(partie.getName(), archive);
                if (trouve.isPresent()) {
                    return trouve;
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException illisible) {
            throw new SourceRefusee("le fichier n'est pas un classeur lisible");
        }
        if (parties == 0) {
            throw new SourceRefusee("le fichier n'est pas un classeur lisible");
        }
        return Optional.empty();
    }

    /** What is passed over is inflated too: it counts. */
    private ZipEntry suivante(ZipInputStream archive) throws IOException {
        var passee = new PartieBornee(archive, taille);
        var tampon = new byte[1 << 16];
        try {
            while (passee.read(tampon, 0, tampon.length) >= 0) {
                continue;
            }
        } catch (IOException coupure) {
            if (passee.depassee()) {
                throw new SourceRefusee("le classeur est plus grand que ce qui est lu");
            }
            throw coupure;
        }
        return archive.getNextEntry();
    }

    private long feuille(Feuille feuille, Format format, Interpretation interpretation, Consumer<LigneDeFait> suite) {
        var colonnes = entete(feuille, format);
        long lues = 0;
        for (var rangee = suivante(feuille, colonnes); rangee.isPresent(); rangee = suivante(feuille, colonnes)) {
            lues++;
            suite.accept(interprete(rangee.get(), colonnes, interpretation)
                    .a(rangee.get().numero()));
        }
        return lues;
    }

    private static Optional<Feuille.Rangee> suivante(Feuille feuille, Colonnes colonnes) {
        return feuille.suivante(n -> n == colonnes.siren() || n == colonnes.siret() || n == colonnes.courriels());
    }

    private Colonnes entete(Feuille feuille, Format format) {
        for (int n = 0; n < AVANT_ENTETE; n++) {
            var rangee = feuille.suivante(toutes -> true);
            if (rangee.isEmpty()) {
                break;
            }
            var colonnes = format.colonnes(rangee.get().cellules());
            if (colonnes.lisibles()) {
                derives = format.derives(rangee.get().cellules());
                return colonnes;
            }
        }
        throw new SourceRefusee("le fichier n'a pas les colonnes attendues");
    }

    private static LigneDeFait interprete(Feuille.Rangee rangee, Colonnes colonnes, Interpretation interpretation) {
        return rangee.lisible()
                ? interpretation.lis(
                        complete(rangee.cellule(colonnes.siren()), 9),
                        complete(rangee.cellule(colonnes.siret()), 14),
                        rangee.cellule(colonnes.courriels()))
                : Interpretation.ecartee(Interpretation.CELLULE);
    }

    /** An identifier that a spreadsheet took for a number has lost its first zeros. */
    private static String complete(String texte, int longueur) {
        return texte.length() < longueur && !texte.isEmpty() && texte.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "0".repeat(longueur - texte.length()) + texte
                : texte;
    }

    private static Contenu garde(Contenu recu) throws IOException {
        try (var flux = recu.ouvre()) {
            var octets = flux.readNBytes(TELECHARGE + 1);
            if (octets.length > TELECHARGE) {
                throw new SourceRefusee("le classeur est plus grand que ce qui est lu");
            }
            return Contenu.relisible(() -> new ByteArrayInputStream(octets));
        }
    }
}
