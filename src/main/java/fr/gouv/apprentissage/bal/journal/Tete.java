package fr.gouv.apprentissage.bal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The last entry of a chain.
 *
 * @param chaine which one
 * @param rang of the entry; -1: the chain has none yet
 * @param empreinte of the entry
 */
public record Tete(UUID chaine, long rang, byte[] empreinte) {

    private static final int SHA256 = 32;

    static Tete nouvelle() {
        return new Tete(UUID.randomUUID(), -1, new byte[SHA256]);
    }

    boolean vierge() {
        return rang < 0;
    }

    Maillon suivant() {
        return new Maillon(chaine, rang + 1, empreinte);
    }

    /** The entries one after another behind this one. */
    List<EntreeEnchainee> enchaine(List<Entree> entrees) {
        var enchainees = new ArrayList<EntreeEnchainee>(entrees.size());
        var derniere = this;
        for (var entree : entrees) {
            var enchainee = EntreeEnchainee.de(entree, derniere.suivant());
            enchainees.add(enchainee);
            derniere = enchainee.tete();
        }
        return enchainees;
    }
}
