package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What is left of a value that may be read masked; the first constant hides least. */
@Description("What is left of a value that may be read masked. INITIALE: of each name the first letter and a full stop."
        + " ANNEE: of a date the first of January of its year. DOMAINE: of an e-mail address *@domain."
        + " DEPARTEMENT: of an Adresse its departement alone.")
public enum Masque {
    AUCUN,
    INITIALE,
    ANNEE,
    DOMAINE,
    DEPARTEMENT;

    /** Fields whose text is a name; other personal texts (an INE, a département) have no initial that would mean anything. */
    private static final Set<String> NOMS = Set.of("nom", "prenoms");

    /** Whether values of this field can be masked so. */
    public boolean convient(ChampDeclare champ) {
        var type = element(champ.type());
        return switch (this) {
            case AUCUN -> true;
            case INITIALE ->
                type == String.class
                        && champ.classe().filter(Classe.IDENTITE::equals).isPresent()
                        && NOMS.contains(champ.coordonnee().champ());
            case ANNEE -> champ.type() == LocalDate.class;
            case DOMAINE -> type == Courriel.class;
            case DEPARTEMENT -> champ.type() == Adresse.class;
        };
    }

    /**
     * What is left of an opened value. A list is masked element by element; what was an address of e-mail becomes a text.
     *
     * @throws IllegalArgumentException when the value is not of a kind that this mask fits: nothing of it is shown then
     */
    public Object applique(Object valeur) {
        if (this == AUCUN || valeur == null) {
            return valeur;
        }
        if (valeur instanceof List<?> liste) {
            return liste.stream().map(this::applique).toList();
        }
        if (this == INITIALE && valeur instanceof String nom) {
            return MasquesDeValeur.initiale(nom);
        }
        if (this == ANNEE && valeur instanceof LocalDate date) {
            return date.withDayOfYear(1);
        }
        if (this == DOMAINE && valeur instanceof Courriel courriel) {
            return MasquesDeValeur.domaine(courriel);
        }
        if (this == DEPARTEMENT && valeur instanceof Adresse adresse) {
            return MasquesDeValeur.departement(adresse);
        }
        throw new IllegalArgumentException("le masque " + this + " ne convient pas à ce type de valeur");
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType liste && liste.getRawType() == List.class
                ? liste.getActualTypeArguments()[0]
                : type;
    }
}
