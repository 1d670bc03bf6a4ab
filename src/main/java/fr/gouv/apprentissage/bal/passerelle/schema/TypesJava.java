package fr.gouv.apprentissage.bal.passerelle.schema;

import fr.gouv.apprentissage.bal.declaration.ChampsDemandes;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.identifiant.AnneeScolaire;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Ine;
import fr.gouv.apprentissage.bal.identifiant.NumeroContrat;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** How Java types stand in the schema. */
public final class TypesJava {
    private static final Map<Class<?>, String> SCALAIRES = Map.ofEntries(
            Map.entry(String.class, "String"),
            Map.entry(Integer.class, "Int"),
            Map.entry(int.class, "Int"),
            Map.entry(Boolean.class, "Boolean"),
            Map.entry(boolean.class, "Boolean"),
            Map.entry(Double.class, "Float"),
            Map.entry(double.class, "Float"),
            Map.entry(LocalDate.class, "Date"),
            Map.entry(OffsetDateTime.class, "DateTime"),
            Map.entry(Siret.class, "Siret"),
            Map.entry(Siren.class, "Siren"),
            Map.entry(Uai.class, "Uai"),
            Map.entry(Cfd.class, "Cfd"),
            Map.entry(Rncp.class, "Rncp"),
            Map.entry(Courriel.class, "Email"),
            Map.entry(AnneeScolaire.class, "AnneeScolaire"),
            Map.entry(CodePostal.class, "CodePostal"),
            Map.entry(CodeCommune.class, "CodeCommune"),
            Map.entry(Ine.class, "String"),
            Map.entry(Telephone.class, "String"),
            Map.entry(NumeroContrat.class, "String"));

    private TypesJava() {}

    /** Name of the scalar that this class is in the schema; empty for enums and records. */
    public static Optional<String> scalaire(Class<?> classe) {
        return Optional.ofNullable(SCALAIRES.get(classe));
    }

    /** The type of the value itself: {@code Sealed}, {@code Uni} and {@code CompletionStage} taken off. */
    public static Type valeur(Type type) {
        var nu = Declarations.sansSceau(type);
        if (nu instanceof ParameterizedType parametre
                && (parametre.getRawType() == Uni.class || parametre.getRawType() == CompletionStage.class)) {
            return valeur(parametre.getActualTypeArguments()[0]);
        }
        return nu;
    }

    /** Type of the elements of a list; empty when it is none. */
    public static Optional<Type> elements(Type type) {
        return type instanceof ParameterizedType parametre
                        && parametre.getRawType() instanceof Class<?> brut
                        && Collection.class.isAssignableFrom(brut)
                ? Optional.of(valeur(parametre.getActualTypeArguments()[0]))
                : Optional.empty();
    }

    /** Type of the rows of a connection; empty when it is none. */
    public static Optional<Class<?>> lignes(Type type) {
        return type instanceof ParameterizedType parametre && parametre.getRawType() == Connection.class
                ? Optional.of((Class<?>) parametre.getActualTypeArguments()[0])
                : Optional.empty();
    }

    /** Whether a parameter of this type is filled by the engine and so is no argument. */
    public static boolean fourni(Class<?> type) {
        return type == Appelant.class || type == ChampsDemandes.class;
    }
}
