package fr.gouv.apprentissage.bal.scellement;

import java.util.Optional;
import java.util.OptionalLong;

/** Ids and cursors as they leave: under keys of each client, so that two clients cannot join what they were given. */
public interface Pseudonymes {

    /** The id that this client knows a row by: a version byte and one AES block, base64url. */
    String id(String client, String type, long interne);

    /** The row behind an id, empty when it is not an id of this client and type: forged, foreign and malformed ids are all alike. */
    OptionalLong interne(String client, String type, String id);

    /**
     * A cursor: encrypted and authenticated.
     *
     * @param client whom it is for
     * @param lien what it is bound to: purpose, operation's filter and order
     * @param position where the page stands
     */
    String curseur(String client, byte[] lien, byte[] position);

    /** The position in a cursor; empty when it was not made for this client and binding, or is older than 24 h. */
    Optional<byte[]> position(String client, byte[] lien, String curseur);
}
