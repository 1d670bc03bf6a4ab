package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.gouv.apprentissage.bal.ingestion.LigneRejetee;
import fr.gouv.apprentissage.bal.scellement.Sealed;

/**
 * Rows that no rule of a field can judge: nested beyond all reason, or with bytes that are no text. They go to quarantine by themselves; the parser is
 * told to get over them, since a row that it cannot read would else stop every row of its day, every day.
 */
final class LigneIllisible {

    private static final int PROFONDEUR = 32;
    private static final String TROP_PROFOND = "…";
    private static final int SANS_BORNE = Integer.MAX_VALUE;
    private static final int CHIFFRES = 100_000;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(SANS_BORNE)
                            .maxStringLength(SANS_BORNE)
                            .maxNameLength(SANS_BORNE)
                            .maxNumberLength(CHIFFRES)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build())
            .build();

    private LigneIllisible() {}

    /** What reads them; how much there may be of it in all is the way out's business. */
    static ObjectMapper json() {
        return JSON;
    }

    static boolean est(JsonNode ligne, boolean octetsRemplaces) {
        return tropProfonde(ligne, PROFONDEUR) || octetsRemplaces && remplacee(ligne);
    }

    /** As a text within a text, without what lies too deep to be written: it can be read again, and is still no row. */
    static LigneRejetee rejetee(JsonNode ligne) {
        var texte = elaguee(ligne, PROFONDEUR).toString();
        return new LigneRejetee(
                LecteurDeLigne.ILLISIBLE, Sealed.recu(TextNode.valueOf(texte).toString()), IdentiteLue.lis(ligne));
    }

    private static JsonNode elaguee(JsonNode noeud, int reste) {
        if (!noeud.isContainerNode()) {
            return noeud;
        }
        if (reste == 0) {
            return TextNode.valueOf(TROP_PROFOND);
        }
        if (noeud.isArray()) {
            var liste = JsonNodeFactory.instance.arrayNode();
            noeud.forEach(dessous -> liste.add(elaguee(dessous, reste - 1)));
            return liste;
        }
        var objet = JsonNodeFactory.instance.objectNode();
        noeud.properties().forEach(champ -> objet.set(champ.getKey(), elaguee(champ.getValue(), reste - 1)));
        return objet;
    }

    private static boolean tropProfonde(JsonNode noeud, int reste) {
        if (!noeud.isContainerNode()) {
            return false;
        }
        if (reste == 0) {
            return true;
        }
        for (var dessous : noeud) {
            if (tropProfonde(dessous, reste - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean remplacee(JsonNode noeud) {
        if (noeud.isTextual()) {
            return noeud.textValue().indexOf(OctetsLisibles.SUBSTITUT) >= 0;
        }
        for (var champ : noeud.properties()) {
            if (champ.getKey().indexOf(OctetsLisibles.SUBSTITUT) >= 0) {
                return true;
            }
        }
        for (var dessous : noeud) {
            if (remplacee(dessous)) {
                return true;
            }
        }
        return false;
    }
}
