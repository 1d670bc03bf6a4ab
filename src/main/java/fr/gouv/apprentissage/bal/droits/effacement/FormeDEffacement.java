package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.scellement.Marque;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The text that an erasure's signature is over, UTF-8, each line ended by a line feed; digests in hexadecimal, what is absent a hyphen. Fixed for ever
 * per version.
 */
final class FormeDEffacement {

    private static final HexFormat HEX = HexFormat.of();
    private static final String TITRE = "BAL effacement 1";

    private FormeDEffacement() {}

    static byte[] octets(Effacement effacement, String cle) {
        var lignes = List.of(
                TITRE,
                "id: " + effacement.id(),
                "le: " + effacement.le(),
                "enregistrements: "
                        + effacement.effaces().stream()
                                .map(un -> un.enregistrement() + ":"
                                        + un.jeton().map(UUID::toString).orElse("-"))
                                .collect(Collectors.joining(",")),
                "motif: " + HEX.formatHex(effacement.motif()),
                "fin: " + effacement.fin(),
                "marques: " + HEX.formatHex(effacement.empreinteDesMarques()),
                "cle: " + cle);
        return (String.join("\n", lignes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 over the marks in their order, a line each. */
    static byte[] empreinte(List<Marque> marques) {
        var texte = marques.stream().map(une -> texte(une) + "\n").collect(Collectors.joining());
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absente) {
            throw new IllegalStateException("SHA-256 absent de cette JVM", absente);
        }
    }

    private static String texte(Marque marque) {
        return marque.genre() + " " + marque.version() + " " + hex(marque.empreinte()) + " " + hex(marque.sexe()) + " "
                + hex(marque.departement());
    }

    private static String hex(byte[] octets) {
        return octets == null ? "-" : HEX.formatHex(octets);
    }
}
