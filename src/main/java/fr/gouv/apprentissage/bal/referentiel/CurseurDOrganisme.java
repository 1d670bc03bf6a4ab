package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where a page of organismes starts: after this key. Opaque so that its shape may change, not sealed: the list is public.
 *
 * @param cle key in the order of the list
 */
record CurseurDOrganisme(String cle) {

    private static final String VERSION = "o1:";
    private static final Pattern FORME = Pattern.compile(VERSION + "([0-9]{14}|[0-9]{7}[A-Z])");

    /**
     * Reads a cursor that a client sent back.
     *
     * @throws CurseurInvalide when it is none of this list
     */
    static CurseurDOrganisme lis(String texte) {
        try {
            var forme = FORME.matcher(new String(Base64.getUrlDecoder().decode(texte), StandardCharsets.ISO_8859_1));
            if (forme.matches()) {
                return new CurseurDOrganisme(forme.group(1));
            }
        } catch (IllegalArgumentException e) {
            throw new CurseurInvalide();
        }
        throw new CurseurInvalide();
    }

    String texte() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + cle).getBytes(StandardCharsets.ISO_8859_1));
    }
}
