package fr.gouv.apprentissage.bal.habilitation;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which rights are granted and do not serve. */
public interface DroitsInutilises {

    /**
     * By id, for those of these habilitations of which it is known: the coordinates that have been granted for 90 days and did not serve, in the order of their
     * names. Never fails: what cannot be read is not known.
     *
     * @param jour the day, Europe/Paris
     */
    Uni<Map<String, List<String>>> de(Collection<String> habilitations, LocalDate jour);

    /** The same habilitations, each active one with what of it does not serve. */
    default Uni<List<Habilitation>> dans(List<Habilitation> habilitations, LocalDate jour) {
        var actives = habilitations.stream()
                .filter(une -> une.etat() == EtatHabilitation.ACTIVE)
                .map(Habilitation::id)
                .toList();
        return de(actives, jour).map(connus -> habilitations.stream()
                .map(une -> une.etat() == EtatHabilitation.ACTIVE && connus.containsKey(une.id())
                        ? une.avecInutilises(connus.get(une.id()))
                        : une)
                .toList());
    }
}
