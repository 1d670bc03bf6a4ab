package fr.gouv.apprentissage.bal.journal.jalon;

import fr.gouv.apprentissage.bal.journal.Tete;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.UUID;

/** A checkpoint as the witness gets it: one line of JSON, digests and signature in hexadecimal. */
public final class JalonEnJson {

    private static final HexFormat HEX = HexFormat.of();

    private JalonEnJson() {}

    /** The line, without its end. */
    public static String ligne(JalonSigne signe) {
        var tetes = new JsonArray();
        for (var tete : signe.jalon().tetes()) {
            tetes.add(new JsonObject()
                    .put("chaine", tete.chaine().toString())
                    .put("rang", tete.rang())
                    .put("empreinte", HEX.formatHex(tete.empreinte())));
        }
        return new JsonObject()
                .put("numero", signe.jalon().numero())
                .put("le", signe.jalon().le().toString())
                .put("precedent", HEX.formatHex(signe.jalon().precedent()))
                .put("tetes", tetes)
                .put("empreinte", HEX.formatHex(signe.empreinte()))
                .put("cle", signe.cle())
                .put("signature", HEX.formatHex(signe.signature()))
                .encode();
    }

    /** @throws RuntimeException when it is no such line */
    public static JalonSigne lis(String ligne) {
        var json = new JsonObject(ligne);
        var tetes = new ArrayList<Tete>();
        for (var une : json.getJsonArray("tetes")) {
            var tete = (JsonObject) une;
            tetes.add(new Tete(
                    UUID.fromString(tete.getString("chaine")), tete.getLong("rang"), octets(tete, "empreinte")));
        }
        var jalon = new Jalon(
                json.getLong("numero"), Instant.parse(json.getString("le")), octets(json, "precedent"), tetes);
        return new JalonSigne(jalon, octets(json, "empreinte"), json.getString("cle"), octets(json, "signature"));
    }

    private static byte[] octets(JsonObject json, String champ) {
        return HEX.parseHex(json.getString(champ));
    }
}
