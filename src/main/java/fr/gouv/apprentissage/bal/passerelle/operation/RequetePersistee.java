package fr.gouv.apprentissage.bal.passerelle.operation;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What a request says in {@code extensions.persistedQuery} (automatic persisted queries, version 1). */
final class RequetePersistee {
    static final String CLE = "persistedQuery";

    private RequetePersistee() {}

    /**
     * The hash that is announced; empty: none is.
     *
     * @throws OperationRefusee when what is announced is not of version 1
     */
    static Optional<String> empreinte(JsonObject requete) {
        if (!(requete.get("extensions") instanceof JsonObject extensions)
                || extensions.getOrDefault(CLE, JsonValue.NULL) == JsonValue.NULL) {
            return Optional.empty();
        }
        if (extensions.get(CLE) instanceof JsonObject annonce
                && annonce.get("version") instanceof JsonNumber version
                && version.isIntegral()
                && version.longValue() == 1
                && annonce.get("sha256Hash") instanceof JsonString hash) {
            var empreinte = hash.getString().toLowerCase(Locale.ROOT);
            if (Empreinte.FORME.matcher(empreinte).matches()) {
                return Optional.of(empreinte);
            }
        }
        throw new OperationRefusee(Erreur.de(
                CodeErreur.REQUETE_ILLISIBLE,
                "« extensions.persistedQuery » porte « version » (1) et « sha256Hash » (64 chiffres hexadécimaux)."));
    }
}
