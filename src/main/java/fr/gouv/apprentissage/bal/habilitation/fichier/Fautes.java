package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects faults, so that one reading shows them all. */
public final class Fautes {

    private final List<Faute> fautes = new ArrayList<>();

    /** Adds a fault at the line of this node. */
    public void ajoute(Node noeud, String message) {
        ajoute(ligne(noeud), message);
    }

    void ajoute(int ligne, String message) {
        fautes.add(new Faute(ligne, message));
    }

    int nombre() {
        return fautes.size();
    }

    /** @throws FichierRefuse when there is any */
    public void refuseSiFautif() {
        if (!fautes.isEmpty()) {
            throw new FichierRefuse(fautes.stream().sorted().toList());
        }
    }

    static int ligne(Node noeud) {
        return noeud.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
