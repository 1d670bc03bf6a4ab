package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses an operation for one of its arguments, which the error names; its value is not repeated. */
final class ArgumentRefuse {

    private ArgumentRefuse() {}

    static OperationRefusee de(CodeErreur code, String argument, String message) {
        return new OperationRefusee(
                new Erreur(code, message, List.of(), Optional.empty(), Map.of("argument", argument)));
    }
}
