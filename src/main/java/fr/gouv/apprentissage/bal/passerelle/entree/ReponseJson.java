package fr.gouv.apprentissage.bal.passerelle.entree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** An answer that writes its own JSON: what the plan wrote goes out unparsed, the rest is small. */
public final class ReponseJson extends ExecutionResponse {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 200;

    private final List<Erreur> erreurs;

    ReponseJson(ExecutionResult resultat) {
        super(resultat);
        this.erreurs = resultat.getErrors().stream().map(Traduction::traduis).toList();
    }

    /** An answer that is nothing but this refusal. */
    public static ReponseJson refus(Erreur erreur) {
        return new ReponseJson(Assemblage.refus(erreur));
    }

    /** The HTTP status that the answer has where statuses speak: 200 with data, else that of the first error. */
    public int statut() {
        return getExecutionResult().isDataPresent() || erreurs.isEmpty()
                ? OK
                : erreurs.get(0).code().statut();
    }

    @Override
    public String getExecutionResultAsString() {
        var texte = new StringWriter();
        try (var json = JSON.createGenerator(texte)) {
            ecris(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return texte.toString();
    }

    private void ecris(JsonGenerator json) throws IOException {
        var resultat = getExecutionResult();
        json.writeStartObject();
        if (!erreurs.isEmpty()) {
            json.writeArrayFieldStart("errors");
            for (var erreur : erreurs) {
                EcritureJson.erreur(json, erreur);
            }
            json.writeEndArray();
        }
        if (resultat.isDataPresent()) {
            json.writeFieldName("data");
            EcritureJson.valeur(json, resultat.getData());
        }
        Map<Object, Object> extensions = resultat.getExtensions();
        if (extensions != null && !extensions.isEmpty()) {
            json.writeFieldName("extensions");
            EcritureJson.valeur(json, extensions);
        }
        json.writeEndObject();
    }
}
