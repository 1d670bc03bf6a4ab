package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What the decision refuses of an operation.
 *
 * @param code a field, a criterion or an order
 * @param coordonnee what is not granted
 * @param motif why not
 * @param chemin path in the answer, up to the first list
 * @param lieu where in the document
 */
public record Refus(
        CodeErreur code, Coordonnee coordonnee, Motif motif, List<Object> chemin, Optional<SourceLocation> lieu) {}
