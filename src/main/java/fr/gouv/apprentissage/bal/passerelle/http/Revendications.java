package fr.gouv.apprentissage.bal.passerelle.http;

import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a token says beside who signed it. A claim that bounds a right and cannot be read refuses the token: to leave it out would widen what
 * it was to narrow.
 */
record Revendications(JsonWebToken jeton) {

    private static final String FINALITES = "finalites";
    private static final String PERIMETRE = "perimetre";
    /** What a list without elements is, and a moment that the token does not have: the library gives 0 for it. */
    private static final Set<String> VIDES = Set.of("[]", "0");

    private static final Set<String> CLES =
            Set.of("regions", "academies", "departements", "organismes", "sirens", "opcos", "sources", "statuts");

    /** What the journal has room for. */
    private static final int AGENT_MAX = 200;

    /** The client: {@code azp}, else {@code client_id}. */
    Optional<String> client() {
        return texte("azp").or(() -> texte("client_id"));
    }

    /**
     * Who stands behind the client; nobody, where the token says that it is the client's own.
     *
     * @throws OperationRefusee when the journal could not take it
     */
    Optional<String> agent(String client) {
        if (estDuClient(client)) {
            return Optional.empty();
        }
        var sujet = texte("sub");
        if (sujet.filter(texte -> texte.length() > AGENT_MAX || texte.indexOf('\0') >= 0)
                .isPresent()) {
            throw illisible("sub");
        }
        return sujet;
    }

    /**
     * The marks that providers put into a token got by client credentials: {@code sub} is the client (RFC 9068, 2.2), or the client's name with a
     * suffix (Auth0); a service account's name, or the address that the client called from (Keycloak, whose {@code sub} is a UUID then); the kind
     * of grant or of identity (Auth0, Entra).
     */
    private boolean estDuClient(String client) {
        return texte("sub")
                        .filter(sujet -> sujet.equals(client)
                                || sujet.equals(client + "@clients")
                                || texte("client_id").filter(sujet::equals).isPresent())
                        .isPresent()
                || vaut("preferred_username", "service-account-" + client)
                || valeur("clientAddress").isPresent()
                || valeur("clientHost").isPresent()
                || vaut("gty", "client-credentials")
                || vaut("idtyp", "app");
    }

    private boolean vaut(String nom, String attendu) {
        return texte(nom).filter(attendu::equalsIgnoreCase).isPresent();
    }

    /** Whether the token has one of these claims, and not empty. */
    boolean prouve(List<String> preuves) {
        return preuves.stream()
                .anyMatch(nom ->
                        texte(nom).filter(texte -> !VIDES.contains(texte)).isPresent());
    }

    /**
     * The purposes that the token may declare; empty: it sets no bound.
     *
     * @throws OperationRefusee when the claim is no list of texts
     */
    Optional<Set<String>> finalites() {
        return valeur(FINALITES).map(valeur -> Set.copyOf(textes(FINALITES, valeur)));
    }

    /**
     * The rows that the agent may reach.
     *
     * @throws OperationRefusee when the claim is no perimeter: an unknown key, a value that is none of its key
     */
    Perimetre perimetre() {
        var valeur = valeur(PERIMETRE);
        if (valeur.isEmpty()) {
            return Perimetre.SANS_BORNE;
        }
        if (!(valeur.get() instanceof JsonObject objet) || !CLES.containsAll(objet.keySet())) {
            throw illisible(PERIMETRE);
        }
        return new Perimetre(
                liste(objet, "regions", texte -> texte),
                liste(objet, "academies", texte -> texte),
                liste(objet, "departements", texte -> texte),
                liste(objet, "organismes", Siret::lis),
                liste(objet, "sirens", Siren::lis),
                liste(objet, "opcos", texte -> texte),
                liste(objet, "sources", texte -> texte),
                liste(objet, "statuts", StatutApprenant::valueOf));
    }

    /** Null without the key: it sets no bound then. */
    private static <T> List<T> liste(JsonObject objet, String cle, Function<String, T> lecture) {
        if (!objet.containsKey(cle)) {
            return null;
        }
        try {
            return textes(PERIMETRE, objet.get(cle)).stream().map(lecture).toList();
        } catch (IllegalArgumentException | IdentifiantInvalide refusee) {
            throw illisible(PERIMETRE);
        }
    }

    private static List<String> textes(String nom, Object valeur) {
        if (!(valeur instanceof JsonArray liste) || !liste.stream().allMatch(JsonString.class::isInstance)) {
            throw illisible(nom);
        }
        return liste.getValuesAs(JsonString::getString);
    }

    private Optional<String> texte(String nom) {
        return valeur(nom).map(Object::toString).filter(valeur -> !valeur.isBlank());
    }

    private Optional<Object> valeur(String nom) {
        return jeton.claim(nom);
    }

    private static OperationRefusee illisible(String nom) {
        return new OperationRefusee(
                Erreur.de(CodeErreur.JETON_MAL_FORME, "La revendication « " + nom + " » du jeton n'est pas lisible."));
    }
}
