package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects faults, so that one reading shows them all. */
final class Fautes {

    private final List<Faute> fautes = new ArrayList<>();

    void ajoute(Node noeud, String message) {
        ajoute(ligne(noeud), message);
    }

    void ajoute(int ligne, String message) {
        fautes.add(new Faute(ligne, message));
    }

    int nombre() {
        return fautes.size();
    }

    /** @throws FichierRefuse when there is any */
    void refuseSiFautif() {
        if (!fautes.isEmpty()) {
            throw new FichierRefuse(fautes.stream().sorted().toList());
        }
    }

    static int ligne(Node noeud) {
        return noeud.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
