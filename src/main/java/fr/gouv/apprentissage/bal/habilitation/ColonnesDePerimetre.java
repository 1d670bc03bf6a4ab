package fr.gouv.apprentissage.bal.habilitation;

import java.util.List;
import java.util.Optional;

/**
 * Where a type of record keeps what perimeters speak of: SQL expressions, alias included. A key without a column reaches no row of that type
 * (DESIGN.md, "Perimeters").
 *
 * @param region region code
 * @param academie académie code
 * @param departement département code
 * @param organismes SIRETs of the organismes, either of which will do
 * @param siren SIREN of the employer
 * @param opco OPCO of the employer
 * @param source source of the record
 * @param statut status of a learner
 */
public record ColonnesDePerimetre(
        Optional<String> region,
        Optional<String> academie,
        Optional<String> departement,
        List<String> organismes,
        Optional<String> siren,
        Optional<String> opco,
        Optional<String> source,
        Optional<String> statut) {

    public ColonnesDePerimetre {
        organismes = List.copyOf(organismes);
    }
}
