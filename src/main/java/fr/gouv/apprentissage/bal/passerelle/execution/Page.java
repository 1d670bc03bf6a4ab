package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.plan.Textes;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page that is asked for.
 *
 * @param lignes how many rows, 0 to 200
 * @param apres position that it starts after
 * @param lien what its cursors are bound to
 */
record Page(int lignes, Optional<Position> apres, byte[] lien) {

    /** Rows of a page at most. */
    static final int MAXIMUM = 200;

    private static final int TAILLE = 2 * Long.BYTES;

    /**
     * Where a row stands in the order.
     *
     * @param tri key of the order
     * @param id breaks ties
     */
    record Position(LocalDate tri, long id) {

        byte[] octets() {
            return ByteBuffer.allocate(TAILLE)
                    .putLong(tri.toEpochDay())
                    .putLong(id)
                    .array();
        }

        static Position lis(byte[] octets) {
            var lecture = ByteBuffer.wrap(octets);
            return new Position(LocalDate.ofEpochDay(lecture.getLong()), lecture.getLong());
        }
    }

    /** One row, without cursors: for what is asked for by id. */
    static Page unique() {
        return new Page(1, Optional.empty(), new byte[0]);
    }

    /**
     * Reads {@code first} and {@code after}.
     *
     * @throws OperationRefusee when the one is out of range or the other is no cursor of this client, purpose, filter and order
     */
    static Page de(
            String champ,
            String client,
            Optional<String> finalite,
            Map<String, Object> arguments,
            Pseudonymes pseudonymes) {
        var lignes = arguments.get("first") instanceof Integer first ? first : 20;
        if (lignes < 0) {
            throw ArgumentRefuse.de(CodeErreur.VALEUR_INVALIDE, "first", "« first » doit être positif ou nul.");
        }
        if (lignes > MAXIMUM) {
            throw ArgumentRefuse.de(
                    CodeErreur.REQUETE_TROP_GRANDE, "first", "« first » ne peut dépasser " + MAXIMUM + ".");
        }
        var lien = lien(champ, finalite, arguments);
        if (!(arguments.get("after") instanceof String curseur)) {
            return new Page(lignes, Optional.empty(), lien);
        }
        var position = pseudonymes.position(client, lien, curseur).filter(octets -> octets.length == TAILLE);
        if (position.isEmpty()) {
            throw ArgumentRefuse.de(
                    CodeErreur.CURSEUR_INVALIDE,
                    "after",
                    "Le curseur n'est pas valable pour cette requête, ou a plus de 24 heures.");
        }
        return new Page(lignes, Optional.of(Position.lis(position.get())), lien);
    }

    private static byte[] lien(String champ, Optional<String> finalite, Map<String, Object> arguments) {
        var texte =
                new StringBuilder(champ).append('|').append(finalite.orElse("")).append('|');
        canonique(texte, arguments.get("filtre"));
        canonique(texte, arguments.get("tri"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void canonique(StringBuilder texte, Object valeur) {
        if (valeur instanceof Map<?, ?> champs) {
            texte.append('{');
            var tries = new TreeMap<String, Object>();
            champs.forEach((nom, contenu) -> tries.put((String) nom, contenu));
            tries.values().removeIf(contenu -> contenu == null);
            tries.forEach((nom, contenu) -> {
                texte.append(nom).append('=');
                canonique(texte, contenu);
            });
            texte.append('}');
        } else if (valeur instanceof List<?> liste) {
            texte.append('[');
            liste.forEach(element -> canonique(texte, element));
            texte.append(']');
        } else {
            var feuille = valeur == null ? "" : Textes.de(valeur);
            texte.append(feuille.length()).append(':').append(feuille).append(';');
        }
    }
}
