package fr.gouv.apprentissage.bal.journal.verification;

import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.journal.FormeCanonique;
import fr.gouv.apprentissage.bal.journal.Maillon;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a line of the export says of an entry's place, its content checked.
 *
 * @param id of the entry
 * @param le its moment
 * @param maillon its place; empty: an entry of the first form, which has none
 * @param empreinte as it is stored
 * @param integre whether the content has that digest
 */
record Releve(UUID id, Instant le, Optional<Maillon> maillon, byte[] empreinte, boolean integre) {

    /** Reads a line, as {@code to_jsonb} of PostgreSQL writes it; throws an unchecked exception when it is none. */
    static Releve lis(String ligne) {
        var json = new JsonObject(ligne);
        var id = UUID.fromString(json.getString("id"));
        var le = OffsetDateTime.parse(json.getString("le")).toInstant();
        var empreinte = octets(json, "empreinte");
        var divulgation = divulgation(json);
        if (json.getInteger("forme") == 1) {
            var calculee = FormeCanonique.v1(id, le, divulgation);
            return new Releve(id, le, Optional.empty(), empreinte, Arrays.equals(calculee, empreinte));
        }
        var maillon = new Maillon(
                UUID.fromString(json.getString("chaine")), json.getLong("rang"), octets(json, "precedente"));
        var calculee = FormeCanonique.v2(id, le, divulgation, maillon);
        boolean integre = json.getInteger("forme") == FormeCanonique.VERSION && Arrays.equals(calculee, empreinte);
        return new Releve(id, le, Optional.of(maillon), empreinte, integre);
    }

    UUID chaine() {
        return maillon.orElseThrow().chaine();
    }

    long rang() {
        return maillon.orElseThrow().rang();
    }

    boolean suit(byte[] precedente) {
        return Arrays.equals(maillon.orElseThrow().precedente(), precedente);
    }

    boolean est(byte[] autre) {
        return Arrays.equals(empreinte, autre);
    }

    private static Divulgation divulgation(JsonObject json) {
        return new Divulgation(
                json.getString("client"),
                Optional.ofNullable(json.getString("agent")),
                Optional.ofNullable(json.getString("finalite")),
                liste(json, "habilitations", Object::toString),
                octets(json, "empreinte_operation"),
                Optional.ofNullable(json.getString("operation")),
                liste(json, "coordonnees", Object::toString),
                liste(json, "recherches", Object::toString),
                liste(json, "sujets", sujet -> UUID.fromString((String) sujet)),
                json.getLong("revision"),
                Optional.ofNullable(json.getString("perimetre")),
                Optional.ofNullable(json.getInteger("personnes")).orElse(0));
    }

    private static <T> List<T> liste(JsonObject json, String champ, Function<Object, T> lecture) {
        JsonArray liste = json.getJsonArray(champ);
        return liste.stream().map(lecture).toList();
    }

    private static byte[] octets(JsonObject json, String champ) {
        var texte = json.getString(champ);
        return HexFormat.of().parseHex(texte, 2, texte.length());
    }
}
