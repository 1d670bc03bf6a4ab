package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import java.util.HashMap;
import java.util.Map;

/** The one place where sealed values are opened for a client: under the rights of their row, and masked at once. One per answer: keeps each record's key while it is written. */
final class Ouvreur {

    private final Scellement scellement;
    private final Map<Long, CleEnregistrement> cles = new HashMap<>();
    private CleEnregistrement derniere;

    Ouvreur(Scellement scellement) {
        this.scellement = scellement;
    }

    /**
     * Opens the value and masks it.
     *
     * @throws SecurityException when the row's rights do not cover the field
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when keys are away
     * @throws ValeurAlteree when it does not open
     */
    <T> Object ouvre(Ligne ligne, ChampScelle<T> champ, byte[] stocke, Masque masque) {
        var valeur = scellement.ouvre(ligne.droits().autorisation(), cle(ligne), champ, stocke);
        return masque.applique(valeur);
    }

    private CleEnregistrement cle(Ligne ligne) {
        // the values of a record mostly follow one another
        if (derniere == null || derniere.enregistrement() != ligne.enregistrement()) {
            derniere = connue(ligne);
        }
        return derniere;
    }

    private CleEnregistrement connue(Ligne ligne) {
        return cles.computeIfAbsent(ligne.enregistrement(), id -> {
            var epoque = ligne.row().getInteger(ligne.disposition().epoque());
            if (epoque == null) {
                throw new ValeurAlteree("le secret de l'enregistrement n'existe plus");
            }
            var enveloppe = ligne.row().getBuffer(ligne.disposition().epoque() + 1);
            return scellement.cle(id, epoque, enveloppe.getBytes());
        });
    }
}
