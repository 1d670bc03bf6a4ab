package fr.gouv.apprentissage.bal.ingestion;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * One connection as PostgreSQL's protocol writes it (version 3, not encrypted). A transaction is of the kind of its writes: {@code +} inserts,
 * {@code ~} updates and {@code -} deletes, each with its table, whether any row fits or not; one that only reads is of none. A statement outside of any
 * transaction is one.
 */
final class ConversationAvecLaBase {

    private static final Pattern ECRITURE =
            Pattern.compile("(?<!\\bdo )(?<!\\bfor )\\b(insert into|update|delete from|truncate) +([a-z_]+)");
    private static final Map<String, String> SIGNES =
            Map.of("insert into", "+", "update", "~", "delete from", "-", "truncate", "-");

    private final TemoinDeCommits temoin;
    private final Map<String, String> ordres = new ConcurrentHashMap<>();
    private final Map<String, String> portails = new ConcurrentHashMap<>();
    /** Kind by the number of the answer that says that it is committed. */
    private final Map<Integer, String> attendues = new ConcurrentHashMap<>();

    private final Set<String> ecritures = new TreeSet<>();
    private boolean dansUneTransaction;
    private int demandes;

    ConversationAvecLaBase(TemoinDeCommits temoin) {
        this.temoin = temoin;
    }

    /** What the process says, to its end or until it may not go on. */
    void duProcessus(InputStream de, OutputStream vers) throws IOException {
        var entree = new DataInputStream(de);
        var sortie = new BufferedOutputStream(vers, 64 * 1024);
        var demarrage = corps(entree);
        ecris(sortie, -1, demarrage);
        sortie.flush();
        for (var type = entree.read(); type >= 0; type = entree.read()) {
            var corps = corps(entree);
            if (!laisse((char) type, corps)) {
                return;
            }
            ecris(sortie, type, corps);
            if (entree.available() == 0) {
                sortie.flush();
            }
        }
    }

    /** What the database answers, likewise. What tells of a commit waits for the end of its answer. */
    void deLaBase(InputStream de, OutputStream vers) throws IOException {
        var entree = new DataInputStream(de);
        var sortie = new BufferedOutputStream(vers, 64 * 1024);
        var retenues = new ByteArrayOutputStream();
        var echoue = false;
        // The first of these answers says that the connection is open.
        for (int type = entree.read(), reponse = 0; type >= 0; type = entree.read()) {
            var corps = corps(entree);
            echoue |= type == 'E' || type == 'C' && texte(corps, 0).equals("ROLLBACK");
            ecris(retenues, type, corps);
            if (type == 'Z') {
                var sorte = attendues.remove(reponse++);
                if (sorte != null && !echoue && !temoin.apres(sorte)) {
                    return;
                }
                echoue = false;
            }
            if (type == 'Z' || !attendues.containsKey(reponse)) {
                retenues.writeTo(sortie);
                retenues.reset();
            }
            if (entree.available() == 0) {
                sortie.flush();
            }
        }
    }

    private boolean laisse(char type, byte[] corps) {
        var va = true;
        switch (type) {
            case 'P' -> ordres.put(texte(corps, 0), texte(corps, apres(corps, 0)));
            case 'B' -> portails.put(texte(corps, 0), ordres.getOrDefault(texte(corps, apres(corps, 0)), ""));
            case 'E' -> va = execute(portails.getOrDefault(texte(corps, 0), ""));
            case 'Q' -> va = execute(texte(corps, 0));
            default -> {}
        }
        if (type == 'Q' || type == 'S') {
            demandes++;
        }
        return va;
    }

    private boolean execute(String ordre) {
        var sql = ordre.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (sql.startsWith("begin") || sql.startsWith("start transaction")) {
            dansUneTransaction = true;
        } else if (sql.startsWith("rollback")) {
            dansUneTransaction = false;
            ecritures.clear();
        } else if (sql.startsWith("commit")) {
            dansUneTransaction = false;
            return finit();
        } else {
            var trouvees = ECRITURE.matcher(sql);
            while (trouvees.find()) {
                ecritures.add(SIGNES.get(trouvees.group(1)) + trouvees.group(2));
            }
            return dansUneTransaction || finit();
        }
        return true;
    }

    private boolean finit() {
        if (ecritures.isEmpty()) {
            return true;
        }
        var sorte = String.join(" ", ecritures);
        ecritures.clear();
        attendues.put(demandes + 1, sorte);
        return temoin.avant(sorte);
    }

    private static byte[] corps(DataInputStream entree) throws IOException {
        var octets = new byte[entree.readInt() - 4];
        entree.readFully(octets);
        return octets;
    }

    private static void ecris(OutputStream sortie, int type, byte[] corps) throws IOException {
        if (type >= 0) {
            sortie.write(type);
        }
        sortie.write(ByteBuffer.allocate(4).putInt(corps.length + 4).array());
        sortie.write(corps);
    }

    private static int apres(byte[] corps, int debut) {
        var fin = debut;
        while (corps[fin] != 0) {
            fin++;
        }
        return fin + 1;
    }

    private static String texte(byte[] corps, int debut) {
        return new String(corps, debut, apres(corps, debut) - 1 - debut, StandardCharsets.UTF_8);
    }
}
