package fr.gouv.apprentissage.bal.passerelle.entree;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The documents that were read, bounded, by their text. A text means the same for every client, since validation is against the whole schema:
 * what a client may do with it, the plan decides. It is measured before it is validated. A text that is too large or no valid document is not
 * kept: whoever sends garbage drives nothing out.
 */
@Singleton
public class Documents {
    /** A document of this length counts for one; what is kept of a document grows with its text. */
    static final int CARACTERES = 1_000;

    private final GraphQLSchema schema;
    private final LectureDeDocument lecture;
    private final Limites limites;
    private final Cache<String, DocumentLu> parTexte;

    /** @param gardes documents of {@value #CARACTERES} characters that are kept */
    public Documents(
            GraphQLSchema schema,
            Bornes bornes,
            Limites limites,
            @ConfigProperty(name = "bal.passerelle.documents", defaultValue = "1000") int gardes) {
        this.schema = schema;
        this.lecture = new LectureDeDocument(bornes);
        this.limites = limites;
        this.parTexte = Caffeine.newBuilder()
                .maximumWeight(gardes)
                .weigher((String texte, DocumentLu lu) -> 1 + texte.length() / CARACTERES)
                .build();
    }

    /**
     * The document of this text.
     *
     * @throws fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee when it cannot be read or is too large
     */
    public DocumentLu lis(String texte) {
        var connu = parTexte.getIfPresent(texte);
        if (connu != null) {
            return connu;
        }
        var document = lecture.lis(texte);
        limites.verifie(document);
        var fautes = ParseAndValidate.validate(schema, document, Locale.FRENCH);
        if (!fautes.isEmpty()) {
            return DocumentLu.invalide(document, fautes);
        }
        return parTexte.get(texte, manquant -> DocumentLu.valide(document));
    }

    /** About how many are kept, once what is over the bound has gone. */
    long gardes() {
        parTexte.cleanUp();
        return parTexte.estimatedSize();
    }
}
