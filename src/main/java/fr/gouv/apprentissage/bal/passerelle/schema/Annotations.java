package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Filtre;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What annotations add to a definition: description before it; default value and directives after it. */
final class Annotations {
    static final String DIRECTIVES =
            """
            "Marks a field as personal data. A value of it is stored sealed and is opened by an habilitation alone."
            directive @personnel(classe: Classe!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION

            "The fields on which the caller needs FILTRER to use this criterion."
            directive @filtre(par: [String!]!) on INPUT_FIELD_DEFINITION

            """;

    private Annotations() {}

    static String description(AnnotatedElement element, String retrait) {
        var description = element.getAnnotation(Description.class);
        return description == null ? "" : retrait + texte(description.value()) + "\n";
    }

    static String suffixe(AnnotatedElement element) {
        var suffixe = new StringBuilder();
        var defaut = element.getAnnotation(Defaut.class);
        if (defaut != null) {
            suffixe.append(" = ").append(defaut.value());
        }
        var personnel = element.getAnnotation(Personnel.class);
        if (personnel != null) {
            suffixe.append(" @personnel(classe: ").append(personnel.classe()).append(")");
        }
        var filtre = element.getAnnotation(Filtre.class);
        if (filtre != null) {
            suffixe.append(Arrays.stream(filtre.par())
                    .map(Annotations::texte)
                    .collect(Collectors.joining(", ", " @filtre(par: [", "])")));
        }
        return suffixe.toString();
    }

    private static String texte(String valeur) {
        return '"' + valeur.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
