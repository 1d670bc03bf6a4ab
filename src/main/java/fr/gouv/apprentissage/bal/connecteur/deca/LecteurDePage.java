package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads {@code {metadonnees: {page, totalPages, totalElements}, contrats: […]}}, row by row: a page may be of any size. */
final class LecteurDePage {

    /**
     * What a page says of its day.
     *
     * @param pages how many pages there are, at least 1
     * @param lignes how many rows, in all of them; empty where it does not say
     */
    record Metadonnees(int pages, OptionalLong lignes) {}

    private static final String MALFORMEE = "la source a envoyé une page malformée";

    private final JsonFactory json = LigneIllisible.json().getFactory();
    private final LecteurDeLigne lignes;
    private final Consumer<JsonNode> regard;

    /** @param regard sees each row as it came, before it is read */
    LecteurDePage(LecteurDeLigne lignes, Consumer<JsonNode> regard) {
        this.lignes = lignes;
        this.regard = regard;
    }

    /**
     * Reads the rows of a page, and what it says of the others.
     *
     * @param demandee the page that was asked for
     * @throws SourceIndisponible when the page is not whole, or not the one that was asked for
     */
    Metadonnees lis(InputStream corps, int demandee, Consumer<LigneLue> consommateur) {
        var octets = new OctetsLisibles(corps);
        try (var jetons = json.createParser(octets)) {
            return lis(jetons, demandee, octets, consommateur);
        } catch (JacksonException malformee) {
            // Without the cause: its message holds a piece of the page.
            throw new SourceIndisponible(MALFORMEE);
        } catch (IOException coupee) {
            throw new SourceIndisponible(
                    "la source a coupé une page (" + coupee.getClass().getSimpleName() + ")");
        }
    }

    private Metadonnees lis(JsonParser jetons, int demandee, OctetsLisibles octets, Consumer<LigneLue> consommateur)
            throws IOException {
        exige(jetons.nextToken() == JsonToken.START_OBJECT);
        Metadonnees dites = null;
        var contrats = false;
        while (jetons.nextToken() == JsonToken.FIELD_NAME) {
            var nom = jetons.currentName();
            var debut = jetons.nextToken();
            if (nom.equals("metadonnees")) {
                dites = metadonnees(jetons, demandee);
            } else if (nom.equals("contrats")) {
                exige(debut == JsonToken.START_ARRAY);
                lignes(jetons, octets, consommateur);
                contrats = true;
            } else {
                jetons.skipChildren();
            }
        }
        exige(jetons.currentToken() == JsonToken.END_OBJECT && dites != null && contrats);
        return dites;
    }

    private void lignes(JsonParser jetons, OctetsLisibles octets, Consumer<LigneLue> consommateur) throws IOException {
        while (jetons.nextToken() != JsonToken.END_ARRAY) {
            exige(jetons.currentToken() != null);
            JsonNode ligne = jetons.readValueAsTree();
            regard.accept(ligne);
            consommateur.accept(
                    LigneIllisible.est(ligne, octets.remplaces()) ? LigneIllisible.rejetee(ligne) : lignes.lis(ligne));
        }
    }

    /** Nothing where it does not say how many pages there are. */
    private static Metadonnees metadonnees(JsonParser jetons, int demandee) throws IOException {
        exige(jetons.currentToken() == JsonToken.START_OBJECT);
        var pages = OptionalInt.empty();
        var lignes = OptionalLong.empty();
        while (jetons.nextToken() == JsonToken.FIELD_NAME) {
            var nom = jetons.currentName();
            var valeur = jetons.nextToken();
            if (nom.equals("totalPages") || nom.equals("page")) {
                exige(valeur == JsonToken.VALUE_NUMBER_INT);
                var lu = jetons.getIntValue();
                exige(nom.equals("totalPages") ? lu >= 0 : lu == demandee);
                pages = nom.equals("totalPages") ? OptionalInt.of(lu) : pages;
            } else if (nom.equals("totalElements") && valeur == JsonToken.VALUE_NUMBER_INT) {
                lignes = OptionalLong.of(jetons.getLongValue());
            } else {
                jetons.skipChildren();
            }
        }
        return pages.isPresent() ? new Metadonnees(Math.max(1, pages.getAsInt()), lignes) : null;
    }

    private static void exige(boolean bienForme) {
        if (!bienForme) {
            throw new SourceIndisponible(MALFORMEE);
        }
    }
}
