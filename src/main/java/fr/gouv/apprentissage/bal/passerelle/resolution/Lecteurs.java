package fr.gouv.apprentissage.bal.passerelle.resolution;

import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.passerelle.schema.LectureDesRacines;
import fr.gouv.apprentissage.bal.passerelle.schema.RacineDeSchema;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaDerive;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;

/** Gives every field outside the plan its fetcher: a resolver for a root field, the record's component for the others. */
public final class Lecteurs {
    private Lecteurs() {}

    /** Adds the fetchers of this schema to a registry. */
    public static void branche(GraphQLCodeRegistry.Builder code, SchemaDerive derive) {
        for (var racine : derive.racines()) {
            var lecteur = racine.planifiee() ? planifie() : new Resolveur(racine.methode());
            code.dataFetcher(coordonnee(racine), lecteur);
        }
        derive.objets().forEach((nom, classe) -> {
            for (var composant : LectureDesRacines.composants(classe)) {
                code.dataFetcher(
                        FieldCoordinates.coordinates(nom, composant.getName()), LecteurDeComposant.de(composant));
            }
            LectureDesRacines.methodes(classe)
                    .forEach(methode -> code.dataFetcher(
                            FieldCoordinates.coordinates(nom, methode.getName()), new Resolveur(methode)));
            brancheConnexion(code, nom);
        });
    }

    private static void brancheConnexion(GraphQLCodeRegistry.Builder code, String type) {
        var connexion = type + "Connection";
        for (var composant : Connection.class.getRecordComponents()) {
            code.dataFetcher(
                    FieldCoordinates.coordinates(connexion, composant.getName()), LecteurDeComposant.de(composant));
        }
        DataFetcher<Object> lignes = environnement -> environnement.<Connection<?>>getSource().edges().stream()
                .map(Connection.Edge::node)
                .toList();
        code.dataFetcher(FieldCoordinates.coordinates(connexion, "nodes"), lignes);
        for (var composant : Connection.Edge.class.getRecordComponents()) {
            code.dataFetcher(
                    FieldCoordinates.coordinates(type + "Edge", composant.getName()), LecteurDeComposant.de(composant));
        }
    }

    private static FieldCoordinates coordonnee(RacineDeSchema racine) {
        return FieldCoordinates.coordinates(racine.type(), racine.nom());
    }

    private static DataFetcher<Object> planifie() {
        return environnement -> {
            throw new IllegalStateException("un champ planifié n'a pas été pris par le plan");
        };
    }
}
