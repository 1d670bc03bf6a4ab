package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is granted on rows of one coverage: of each coordinate the habilitation that hides least, and what may be opened. */
public final class DroitsDeLigne {

    private final Droits droits;
    private final BitSet couverture;
    private final Autorisation autorisation;
    private final Map<Coordonnee, Optional<Decision.Portee>> parCoordonnee = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> parType = new ConcurrentHashMap<>();
    private final Map<Integer, Apport> parNoeud = new ConcurrentHashMap<>();

    DroitsDeLigne(Droits droits, Catalogue catalogue, BitSet couverture) {
        this.droits = droits;
        this.couverture = (BitSet) couverture.clone();
        this.autorisation =
                droits.decision().autorisation(catalogue, octroi -> this.couverture.get(droits.etendueDe(octroi)));
    }

    /** What may be opened on such a row. */
    public Autorisation autorisation() {
        return autorisation;
    }

    /** The habilitation that lets read the coordinate on such a row and hides least; empty: out of every perimeter. */
    public Optional<Decision.Portee> lire(Coordonnee coordonnee) {
        var connue = parCoordonnee.get(coordonnee);
        // asked for each value of each row: computeIfAbsent alone would lock
        return connue != null ? connue : parCoordonnee.computeIfAbsent(coordonnee, this::moinsMasquee);
    }

    /** What such rows disclose at this node of the plan that these rights are of. */
    public Apport apport(Noeud noeud) {
        var connu = parNoeud.get(noeud.numero());
        return connu != null ? connu : parNoeud.computeIfAbsent(noeud.numero(), numero -> Apport.de(noeud, this));
    }

    /** Id of the habilitation that this is a part of. */
    public String habilitation(Decision.Portee portee) {
        return droits.decision().actifs().get(portee.octroi()).id();
    }

    private Optional<Decision.Portee> moinsMasquee(Coordonnee coordonnee) {
        return droits.lire(coordonnee).portees().stream()
                .filter(portee -> couverture.get(droits.etendueDe(portee.octroi())))
                .min(Comparator.comparing(Decision.Portee::masque));
    }

    /** The habilitations by which anything of this type shows on such a row, by id. */
    public Set<String> visibleSelon(String type) {
        return parType.computeIfAbsent(
                type, cle -> IntStream.range(0, droits.decision().actifs().size())
                        .filter(octroi -> couverture.get(droits.etendueDe(octroi)))
                        .mapToObj(octroi -> droits.decision().actifs().get(octroi))
                        .filter(octroi -> Droits.litUnChampDe(octroi, cle))
                        .map(Octroi::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
