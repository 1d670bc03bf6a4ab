package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Traduction;
import fr.gouv.apprentissage.bal.passerelle.execution.Json;
import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;

/** An answer that writes its own JSON: what the plan wrote goes out unparsed, the rest is small. */
public final class ReponseJson {
    private static final int OK = 200;

    private final ExecutionResult resultat;
    private final List<Erreur> erreurs;

    ReponseJson(ExecutionResult resultat) {
        this.resultat = resultat;
        this.erreurs = resultat.getErrors().stream().map(Traduction::traduis).toList();
    }

    /** An answer that is nothing but this refusal. */
    public static ReponseJson refus(Erreur erreur) {
        return new ReponseJson(Assemblage.refus(erreur));
    }

    /** The HTTP status that the answer has where statuses speak: 200 with data, else that of the first error. */
    public int statut() {
        return resultat.isDataPresent() || erreurs.isEmpty()
                ? OK
                : erreurs.get(0).code().statut();
    }

    /** The answer, complete. */
    public String texte() {
        var json = new Json();
        json.ouvreObjet();
        if (!erreurs.isEmpty()) {
            json.cle("errors").ouvreListe();
            erreurs.forEach(erreur -> EcritureJson.erreur(json, erreur));
            json.fermeListe();
        }
        if (resultat.isDataPresent()) {
            json.cle("data");
            EcritureJson.valeur(json, resultat.getData());
        }
        Map<Object, Object> extensions = resultat.getExtensions();
        if (extensions != null && !extensions.isEmpty()) {
            json.cle("extensions");
            EcritureJson.valeur(json, extensions);
        }
        return json.fermeObjet().toString();
    }
}
