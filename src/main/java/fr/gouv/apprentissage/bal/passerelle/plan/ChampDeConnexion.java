package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.util.List;

/** One selected field of a connection, an edge or a PageInfo. */
public sealed interface ChampDeConnexion {

    /** Key in the answer. */
    String cle();

    /** Granted nowhere: always null. */
    record Nul(String cle) implements ChampDeConnexion {}

    /** {@code __typename}. */
    record NomDeType(String cle, String type) implements ChampDeConnexion {}

    /** {@code totalCount}, under a right. */
    record Total(String cle, Coordonnee coordonnee) implements ChampDeConnexion {}

    /** {@code nodes}. */
    record Lignes(String cle, List<ChampEcrit> champs) implements ChampDeConnexion {}

    /** {@code edges}: each of {@code champs} is a Curseur, a Ligne or a NomDeType. */
    record Aretes(String cle, List<ChampDeConnexion> champs) implements ChampDeConnexion {}

    /** {@code cursor} of an edge. */
    record Curseur(String cle) implements ChampDeConnexion {}

    /** {@code node} of an edge. */
    record Ligne(String cle, List<ChampEcrit> champs) implements ChampDeConnexion {}

    /** {@code pageInfo}: each of {@code champs} is a PartieDePage or a NomDeType. */
    record Page(String cle, List<ChampDeConnexion> champs) implements ChampDeConnexion {}

    /** One field of {@code pageInfo}. */
    record PartieDePage(String cle, String nom) implements ChampDeConnexion {}
}
