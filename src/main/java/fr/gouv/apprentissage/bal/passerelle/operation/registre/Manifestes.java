package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** The manifest that is configured, or all those of a folder, as one. */
final class Manifestes {
    private static final String FORMES = "glob:**.{yaml,yml,json}";

    private Manifestes() {}

    /**
     * What they register.
     *
     * @throws ManifesteRefuse when there is any fault in any of them
     * @throws UncheckedIOException when one cannot be read
     */
    static List<Manifeste.Entree> lis(Path emplacement, Set<String> clients, DocumentAEnregistrer controle) {
        var entrees = new ArrayList<Manifeste.Entree>();
        var fautes = new ArrayList<String>();
        var vues = new HashMap<String, Path>();
        for (var fichier : fichiers(emplacement)) {
            var lecture = Manifeste.lis(contenu(fichier), clients, controle);
            lecture.fautes().forEach(faute -> fautes.add(fichier.getFileName() + ", " + faute));
            for (var entree : lecture.entrees()) {
                var premier = vues.putIfAbsent(entree.client() + ' ' + entree.empreinte(), fichier);
                if (premier != null) {
                    fautes.add(fichier.getFileName() + " : l'opération « " + entree.nom() + " » de « " + entree.client()
                            + " » figure aussi dans " + premier.getFileName());
                }
                entrees.add(entree);
            }
        }
        if (!fautes.isEmpty()) {
            throw new ManifesteRefuse(fautes);
        }
        return List.copyOf(entrees);
    }

    private static List<Path> fichiers(Path emplacement) {
        if (!Files.isDirectory(emplacement)) {
            return List.of(emplacement);
        }
        var forme = emplacement.getFileSystem().getPathMatcher(FORMES);
        try (var liste = Files.list(emplacement)) {
            return liste.filter(forme::matches).sorted().toList();
        } catch (IOException illisible) {
            throw illisible(illisible);
        }
    }

    private static byte[] contenu(Path fichier) {
        try {
            return Files.readAllBytes(fichier);
        } catch (IOException illisible) {
            throw illisible(illisible);
        }
    }

    private static UncheckedIOException illisible(IOException cause) {
        return new UncheckedIOException("bal.passerelle.operations.fichier : le fichier ne peut pas être lu", cause);
    }
}
