package fr.gouv.apprentissage.bal.droits.effacement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The list of erasures: a file, a line each, only ever added to. What is added is on disk before the erasure is committed. One process at a time reads
 * or writes it, whatever the number of replicas that share it.
 */
final class ListeDesEffacements {

    /**
     * What stands in it.
     *
     * @param entrees in their order
     * @param inachevee whether the last line was left unfinished by a process that died: what it told of was never committed
     */
    record Contenu(List<EffacementSigne> entrees, boolean inachevee) {

        Contenu {
            entrees = List.copyOf(entrees);
        }
    }

    private static final byte FIN = '\n';
    private static final Object VERROU = new Object();

    private final Path fichier;

    ListeDesEffacements(Path fichier) {
        this.fichier = fichier.toAbsolutePath();
    }

    /**
     * Reads it; empty where there is none yet.
     *
     * @throws IllegalStateException when a line is no entry, or the file does not read
     */
    Contenu lis() {
        if (!Files.exists(fichier)) {
            return new Contenu(List.of(), false);
        }
        synchronized (VERROU) {
            try (var canal = FileChannel.open(fichier, StandardOpenOption.READ);
                    var verrou = canal.lock(0, Long.MAX_VALUE, true)) {
                return contenu(octets(canal), verrou.isValid());
            } catch (IOException echec) {
                throw new IllegalStateException("bal.droits.effacements : la liste ne se lit pas ("
                        + echec.getClass().getSimpleName() + ")");
            }
        }
    }

    /**
     * Adds an entry, and returns once it is on disk.
     *
     * @throws UncheckedIOException when that is not certain
     */
    void ajoute(EffacementSigne signe) {
        var ligne = ByteBuffer.wrap((EffacementEnJson.ligne(signe) + "\n").getBytes(StandardCharsets.UTF_8));
        synchronized (VERROU) {
            try {
                cree();
                try (var canal = FileChannel.open(fichier, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        var verrou = canal.lock()) {
                    canal.truncate(finDesLignes(octets(canal), verrou.isValid()));
                    canal.position(canal.size());
                    while (ligne.hasRemaining()) {
                        canal.write(ligne);
                    }
                    canal.force(true);
                }
            } catch (IOException echec) {
                throw new UncheckedIOException(echec);
            }
        }
    }

    private void cree() throws IOException {
        if (Files.exists(fichier)) {
            return;
        }
        var dossier = Files.createDirectories(fichier.getParent());
        FileChannel.open(
                        fichier,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                .close();
        try (var nom = FileChannel.open(dossier, StandardOpenOption.READ)) {
            nom.force(true);
        }
    }

    private static byte[] octets(FileChannel canal) throws IOException {
        var octets = ByteBuffer.allocate(Math.toIntExact(canal.size()));
        while (octets.hasRemaining() && canal.read(octets, octets.position()) >= 0) {
            continue;
        }
        return octets.array();
    }

    private static int finDesLignes(byte[] octets, boolean verrouille) {
        var fin = octets.length;
        while (verrouille && fin > 0 && octets[fin - 1] != FIN) {
            fin--;
        }
        return fin;
    }

    private static Contenu contenu(byte[] octets, boolean verrouille) {
        var fin = finDesLignes(octets, verrouille);
        var entrees = new ArrayList<EffacementSigne>();
        var numero = 0;
        for (var ligne :
                new String(octets, 0, fin, StandardCharsets.UTF_8).lines().toList()) {
            numero++;
            try {
                entrees.add(EffacementEnJson.lis(ligne));
            } catch (RuntimeException illisible) {
                throw new IllegalStateException(
                        "bal.droits.effacements : la ligne " + numero + " de la liste n'est pas lisible");
            }
        }
        return new Contenu(entrees, fin < octets.length);
    }
}
