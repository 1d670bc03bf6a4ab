package fr.gouv.apprentissage.bal.passerelle.resolution;

import fr.gouv.apprentissage.bal.declaration.ChampsDemandes;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.schema.TypesJava;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import io.quarkus.arc.Arc;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Calls the method that answers a field: a bean's, or one of the record that holds the field. On the event loop, unless the method is marked
 * {@code @Blocking}.
 */
final class Resolveur implements DataFetcher<Object> {
    private final Method methode;
    private final boolean bloquant;

    Resolveur(Method methode) {
        this.methode = methode;
        this.bloquant = methode.isAnnotationPresent(Blocking.class)
                || methode.getDeclaringClass().isAnnotationPresent(Blocking.class);
    }

    @Override
    public Object get(DataFetchingEnvironment environnement) throws Exception {
        var arguments = arguments(environnement);
        if (!bloquant) {
            return stade(appelle(environnement, arguments));
        }
        return Uni.createFrom()
                .item(() -> appelleSurOuvrier(environnement, arguments))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .subscribeAsCompletionStage();
    }

    private Object[] arguments(DataFetchingEnvironment environnement) {
        var parametres = methode.getParameters();
        var arguments = new Object[parametres.length];
        for (int i = 0; i < parametres.length; i++) {
            var parametre = parametres[i];
            arguments[i] = TypesJava.fourni(parametre.getType())
                    ? fourni(parametre.getType(), environnement)
                    : Arguments.valeur(
                            parametre.getName(),
                            parametre.getParameterizedType(),
                            environnement.getArgument(parametre.getName()));
        }
        return arguments;
    }

    private static Object fourni(Class<?> type, DataFetchingEnvironment environnement) {
        if (type == ChampsDemandes.class) {
            return new ChampsDemandes(environnement.getSelectionSet().getImmediateFields().stream()
                    .map(SelectedField::getName)
                    .collect(Collectors.toSet()));
        }
        return Demande.de(environnement.getGraphQlContext()).appelant();
    }

    private Object appelle(DataFetchingEnvironment environnement, Object[] arguments) throws Exception {
        var porteur = methode.getDeclaringClass();
        Object cible = porteur.isRecord()
                ? environnement.getSource()
                : Arc.container().instance(porteur).get();
        try {
            return methode.invoke(cible, arguments);
        } catch (InvocationTargetException echec) {
            throw echec.getCause() instanceof Exception cause ? cause : echec;
        }
    }

    private Object appelleSurOuvrier(DataFetchingEnvironment environnement, Object[] arguments) {
        try {
            var resultat = appelle(environnement, arguments);
            return resultat instanceof Uni<?> uni ? uni.await().indefinitely() : resultat;
        } catch (RuntimeException echec) {
            throw echec;
        } catch (Exception echec) {
            throw new CompletionException(echec);
        }
    }

    private static Object stade(Object resultat) {
        return resultat instanceof Uni<?> uni ? uni.subscribeAsCompletionStage() : resultat;
    }
}
