package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The page of quarantined rows that is asked for, and what leaves of it: ids and cursors are the caller's own.
 *
 * @param appelant who asks
 * @param source whose rows
 * @param motif why they stand there; empty: any reason
 * @param lignes how many, 0 to 200
 * @param avant record before which it starts
 */
record PageDeQuarantaine(
        Pseudonymes pseudonymes, Appelant appelant, String source, Optional<String> motif, int lignes, long avant) {

    /** Type of the rows, as ids know it. */
    static final String TYPE = "LigneEnQuarantaine";

    private static final int MAXIMUM = 200;
    private static final int PAR_DEFAUT = 20;

    /**
     * Reads {@code first} and {@code after}.
     *
     * @throws ArgumentInvalide when the one is out of range
     * @throws CurseurInvalide when the other was not made for this client, purpose and arguments, or is older than 24 h
     */
    static PageDeQuarantaine de(
            Pseudonymes pseudonymes,
            Appelant appelant,
            String source,
            Optional<String> motif,
            Integer first,
            String after) {
        int lignes = first == null ? PAR_DEFAUT : first;
        if (lignes < 0 || lignes > MAXIMUM) {
            throw new ArgumentInvalide("first", "first va de 0 à " + MAXIMUM);
        }
        var premiere = new PageDeQuarantaine(pseudonymes, appelant, source, motif, lignes, Long.MAX_VALUE);
        return after == null
                ? premiere
                : new PageDeQuarantaine(pseudonymes, appelant, source, motif, lignes, premiere.position(after));
    }

    /**
     * The page.
     *
     * @param lues of which one more than the page, where there are more
     * @param total length of the list, where it was counted
     */
    Connection<LigneEnQuarantaine> connexion(List<QuarantaineStore.Rejetee> lues, Optional<Long> total) {
        var edges = lues.stream()
                .limit(lignes)
                .map(une -> new Connection.Edge<>(curseur(une.enregistrement()), ligne(une)))
                .toList();
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        lues.size() > lignes,
                        avant != Long.MAX_VALUE,
                        edges.isEmpty() ? null : edges.get(0).cursor(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor()),
                total.map(nombre -> (int) Math.min(nombre, Integer.MAX_VALUE)).orElse(null));
    }

    private LigneEnQuarantaine ligne(QuarantaineStore.Rejetee rejetee) {
        return new LigneEnQuarantaine(
                pseudonymes.id(appelant.client(), TYPE, rejetee.enregistrement()),
                rejetee.motif(),
                source,
                rejetee.extrait(),
                rejetee.jour(),
                rejetee.recueLe(),
                rejetee.page().orElse(null),
                rejetee.rang().map(rang -> rang + 1).orElse(null));
    }

    private String curseur(long enregistrement) {
        return pseudonymes.curseur(
                appelant.client(),
                lien(),
                ByteBuffer.allocate(Long.BYTES).putLong(enregistrement).array());
    }

    private long position(String after) {
        return pseudonymes
                .position(appelant.client(), lien(), after)
                .filter(octets -> octets.length == Long.BYTES)
                .map(octets -> ByteBuffer.wrap(octets).getLong())
                .orElseThrow(CurseurInvalide::new);
    }

    private byte[] lien() {
        return ("quarantaine|" + appelant.finalite().orElse("") + '|' + source + '|' + motif.orElse(""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
