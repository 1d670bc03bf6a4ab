package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.DomaineDeCourriel;
import fr.gouv.apprentissage.bal.scellement.Presentation;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.Optional;
import java.util.function.Function;

/** The one place where an address that was just given is read again: to ask an OPCO about it, and for its domain. */
final class CourrielPresente {

    private CourrielPresente() {}

    /** What a source answers to a request that carries the address; the request lives no longer than that. */
    static <T> T dans(Sealed<Courriel> courriel, Function<String, T> question) {
        return Presentation.de(courriel, un -> question.apply(un.valeur()));
    }

    /** Its domain, where that one says whose company it is. */
    static Optional<String> domaine(Sealed<Courriel> courriel) {
        return Presentation.de(courriel, DomaineDeCourriel::dEntreprise);
    }
}
