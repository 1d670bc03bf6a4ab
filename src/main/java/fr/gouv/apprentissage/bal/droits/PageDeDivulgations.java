package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.journal.EntreeLue;
import fr.gouv.apprentissage.bal.journal.Recherche.Position;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The page that is asked for.
 *
 * @param client whom its cursors are for
 * @param lien purpose and arguments, that its cursors are bound to
 * @param lignes how many, 0 to 200
 * @param apres where it starts after
 */
record PageDeDivulgations(Pseudonymes pseudonymes, String client, byte[] lien, int lignes, Optional<Position> apres) {

    private static final int MAXIMUM = 200;
    private static final int PAR_DEFAUT = 20;
    private static final int TAILLE = 3 * Long.BYTES;

    /**
     * Reads {@code first} and {@code after}.
     *
     * @throws ArgumentInvalide when the one is out of range
     * @throws CurseurInvalide when the other was not made for this client, purpose and arguments, or is older than 24 h
     */
    static PageDeDivulgations de(
            Pseudonymes pseudonymes, Appelant appelant, List<?> arguments, Integer first, String after) {
        int lignes = first == null ? PAR_DEFAUT : first;
        if (lignes < 0 || lignes > MAXIMUM) {
            throw new ArgumentInvalide("first", "first va de 0 à " + MAXIMUM);
        }
        var lien = lien(appelant, arguments);
        if (after == null) {
            return new PageDeDivulgations(pseudonymes, appelant.client(), lien, lignes, Optional.empty());
        }
        var octets = pseudonymes
                .position(appelant.client(), lien, after)
                .filter(position -> position.length == TAILLE)
                .orElseThrow(CurseurInvalide::new);
        return new PageDeDivulgations(pseudonymes, appelant.client(), lien, lignes, Optional.of(lis(octets)));
    }

    /**
     * The page.
     *
     * @param lues of which one more than the page, where there are more
     * @param total length of the list, where it was counted
     */
    Connection<Divulgation> connexion(List<EntreeLue> lues, Optional<Long> total) {
        var edges = lues.stream()
                .limit(lignes)
                .map(entree -> new Connection.Edge<>(curseur(entree), Divulgation.de(entree)))
                .toList();
        var premier = edges.isEmpty() ? null : edges.get(0).cursor();
        var dernier = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
        return new Connection<>(
                edges,
                new Connection.PageInfo(lues.size() > lignes, apres.isPresent(), premier, dernier),
                total.map(nombre -> Math.toIntExact(Math.min(nombre, Integer.MAX_VALUE)))
                        .orElse(null));
    }

    private String curseur(EntreeLue entree) {
        var octets = ByteBuffer.allocate(TAILLE)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, entree.le()))
                .putLong(entree.id().getMostSignificantBits())
                .putLong(entree.id().getLeastSignificantBits());
        return pseudonymes.curseur(client, lien, octets.array());
    }

    private static Position lis(byte[] octets) {
        var lecture = ByteBuffer.wrap(octets);
        return new Position(
                Instant.EPOCH.plus(lecture.getLong(), ChronoUnit.MICROS),
                new UUID(lecture.getLong(), lecture.getLong()));
    }

    private static byte[] lien(Appelant appelant, List<?> arguments) {
        var texte = new StringBuilder("divulgations|");
        texte.append(appelant.finalite().orElse(""));
        for (var argument : arguments) {
            var valeur = argument == null ? "" : argument.toString();
            texte.append('|').append(valeur.length()).append(':').append(valeur);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
