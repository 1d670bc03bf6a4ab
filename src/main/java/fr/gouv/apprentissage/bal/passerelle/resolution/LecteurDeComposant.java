package fr.gouv.apprentissage.bal.passerelle.resolution;

import fr.gouv.apprentissage.bal.identifiant.Ine;
import fr.gouv.apprentissage.bal.identifiant.NumeroContrat;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** Reads a component of a record; a value type that the schema shows as a text gives its text. */
final class LecteurDeComposant implements TrivialDataFetcher<Object> {
    private final Method accesseur;

    private LecteurDeComposant(Method accesseur) {
        this.accesseur = accesseur;
    }

    static LecteurDeComposant de(RecordComponent composant) {
        return new LecteurDeComposant(composant.getAccessor());
    }

    @Override
    public Object get(DataFetchingEnvironment environnement) throws ReflectiveOperationException {
        return texte(accesseur.invoke(environnement.<Object>getSource()));
    }

    private static Object texte(Object valeur) {
        if (valeur instanceof Telephone telephone) {
            return telephone.valeur();
        }
        if (valeur instanceof Ine ine) {
            return ine.valeur();
        }
        return valeur instanceof NumeroContrat numero ? numero.valeur() : valeur;
    }
}
