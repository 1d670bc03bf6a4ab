package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 of what a file or an entry of it says. */
final class Empreinte {

    private Empreinte() {}

    static String de(byte[] contenu) {
        return HexFormat.of().formatHex(sha256().digest(contenu));
    }

    /** Of an entry as it is written: order, comments and layout do not count, {@code *} is not expanded. */
    static String dEntree(Octroi octroi, Map<String, Droit> ecrits) {
        var parties = new ArrayList<>(List.of(
                octroi.id(),
                octroi.client(),
                octroi.finalite(),
                octroi.baseLegale(),
                octroi.accordeePar(),
                octroi.du().toString(),
                octroi.au().toString()));
        octroi.perimetre().bornes().forEach((cle, valeurs) -> {
            parties.add(cle + "#" + valeurs.size());
            parties.addAll(valeurs);
        });
        SortedMap<String, Droit> parCle = new TreeMap<>(ecrits);
        parCle.forEach((cle, droit) -> {
            parties.add(cle);
            parties.add(droit.acces().stream().sorted().toList() + " " + droit.masque());
        });
        var sha = sha256();
        for (var partie : parties) {
            var octets = partie.getBytes(StandardCharsets.UTF_8);
            sha.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
            sha.update(octets);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException jamais) {
            throw new IllegalStateException(jamais);
        }
    }
}
