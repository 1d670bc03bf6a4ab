package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** An erasure as a line of the list: JSON, digests and signature in hexadecimal. */
final class EffacementEnJson {

    private static final HexFormat HEX = HexFormat.of();

    private EffacementEnJson() {}

    /** The line, without its end. */
    static String ligne(EffacementSigne signe) {
        var effacement = signe.effacement();
        var effaces = new JsonArray();
        effacement
                .effaces()
                .forEach(un -> effaces.add(new JsonObject()
                        .put("id", un.enregistrement())
                        .put("jeton", un.jeton().map(UUID::toString).orElse(null))));
        var marques = new JsonArray();
        effacement.marques().forEach(une -> marques.add(json(une)));
        return new JsonObject()
                .put("id", effacement.id().toString())
                .put("le", effacement.le().toString())
                .put("nombre", effacement.effaces().size())
                .put("enregistrements", effaces)
                .put("motif", HEX.formatHex(effacement.motif()))
                .put("fin", effacement.fin().toString())
                .put("marques", marques)
                .put("empreinteDesMarques", HEX.formatHex(effacement.empreinteDesMarques()))
                .put("cle", signe.cle())
                .put("signature", HEX.formatHex(signe.signature()))
                .encode();
    }

    /** @throws RuntimeException when it is no such line */
    static EffacementSigne lis(String ligne) {
        var json = new JsonObject(ligne);
        var effaces = new ArrayList<Effacement.Efface>();
        for (var un : json.getJsonArray("enregistrements")) {
            var efface = (JsonObject) un;
            effaces.add(new Effacement.Efface(
                    efface.getLong("id"),
                    Optional.ofNullable(efface.getString("jeton")).map(UUID::fromString)));
        }
        var marques = new ArrayList<Marque>();
        for (var une : json.getJsonArray("marques")) {
            marques.add(marque((JsonObject) une));
        }
        var effacement = new Effacement(
                UUID.fromString(json.getString("id")),
                Instant.parse(json.getString("le")),
                effaces,
                HEX.parseHex(json.getString("motif")),
                LocalDate.parse(json.getString("fin")),
                HEX.parseHex(json.getString("empreinteDesMarques")),
                marques);
        return new EffacementSigne(effacement, json.getString("cle"), HEX.parseHex(json.getString("signature")));
    }

    private static JsonObject json(Marque marque) {
        return new JsonObject()
                .put("genre", marque.genre().name())
                .put("version", marque.version())
                .put("empreinte", hex(marque.empreinte()))
                .put("sexe", hex(marque.sexe()))
                .put("departement", hex(marque.departement()));
    }

    private static Marque marque(JsonObject json) {
        return new Marque(
                GenreMarque.valueOf(json.getString("genre")),
                json.getInteger("version"),
                octets(json.getString("empreinte")),
                octets(json.getString("sexe")),
                octets(json.getString("departement")));
    }

    private static String hex(byte[] octets) {
        return octets == null ? null : HEX.formatHex(octets);
    }

    private static byte[] octets(String hex) {
        return hex == null ? null : HEX.parseHex(hex);
    }
}
