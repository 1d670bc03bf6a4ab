package fr.gouv.apprentissage.bal.scellement;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns {@code bal-secrets} in the local file, and takes its old lines out. */
final class GardienDuFichier implements GardienDesEpoques {

    private static final String CLE = CleMaitresse.SECRETS.nom();

    private final Path fichier;
    private final SecureRandom hasard;

    GardienDuFichier(Path fichier, SecureRandom hasard) {
        this.fichier = fichier;
        this.hasard = hasard;
    }

    @Override
    public Optional<String> empechement() {
        return Optional.empty();
    }

    @Override
    public int version(byte[] enveloppe) {
        return FileKeyHolder.version(CleMaitresse.SECRETS, enveloppe);
    }

    @Override
    public void rendsPlusRecenteQue(byte[] enveloppe) {
        var ancienne = version(enveloppe);
        ReecritureDeFichier.reecris(fichier, lignes -> {
            var derniere = lignes.stream()
                    .mapToInt(GardienDuFichier::versionDeLigne)
                    .max()
                    .orElse(0);
            if (derniere > ancienne) {
                return lignes;
            }
            var nouvelles = new ArrayList<>(lignes);
            nouvelles.add(FichierDeCles.ligne(CleMaitresse.SECRETS, ancienne + 1, hasard));
            return nouvelles;
        });
    }

    @Override
    public void detruisAvant(byte[] enveloppe) {
        var gardee = version(enveloppe);
        ReecritureDeFichier.reecris(fichier, lignes -> sansLesAnciennes(lignes, gardee));
    }

    private static List<String> sansLesAnciennes(List<String> lignes, int gardee) {
        if (lignes.stream().noneMatch(ligne -> versionDeLigne(ligne) == gardee)) {
            throw new ClesRefusees(CLE + " : la version à garder manque au fichier, rien n'en est retiré");
        }
        return lignes.stream()
                .filter(ligne -> versionDeLigne(ligne) == 0 || versionDeLigne(ligne) >= gardee)
                .toList();
    }

    /** 0 for the lines of other keys. */
    private static int versionDeLigne(String ligne) {
        var mots = ligne.split(" ");
        return mots[0].equals(CLE) ? Integer.parseInt(mots[1]) : 0;
    }
}
