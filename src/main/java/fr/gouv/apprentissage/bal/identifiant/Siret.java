package fr.gouv.apprentissage.bal.identifiant;

import java.util.Optional;

/**
 * An establishment: SIREN and 5 digits, 14 in all, that pass Luhn; those of La Poste (356000000) may instead have digits whose sum is
 * a multiple of 5 (domain.md §10). A SIREN of zeros is a filler and is refused.
 *
 * @param valeur the fourteen digits
 */
public record Siret(String valeur) {

    private static final Forme FORME = new Forme("SIRET", "[0-9]{14}", "14 chiffres attendus");
    private static final String LA_POSTE = "356000000";

    /** @throws IdentifiantInvalide unless the fourteen digits hold together */
    public Siret {
        FORME.exige(valeur);
        if (valeur.startsWith("000000000")) {
            throw FORME.refus("des zéros ne désignent aucune entreprise");
        }
        if (!Cles.luhn(valeur) && !deLaPoste(valeur)) {
            throw FORME.refus("la clé de contrôle ne correspond pas");
        }
    }

    /**
     * Reads it as people write it: blanks, full stops and dashes do not count.
     *
     * @throws IdentifiantInvalide when it is none
     */
    public static Siret lis(String brut) {
        return new Siret(FORME.compacte(brut));
    }

    /** The company; empty when its nine digits do not pass Luhn by themselves, which the rule of a SIRET allows. */
    public Optional<Siren> siren() {
        var neuf = valeur.substring(0, 9);
        return Cles.luhn(neuf) ? Optional.of(new Siren(neuf)) : Optional.empty();
    }

    private static boolean deLaPoste(String valeur) {
        return valeur.startsWith(LA_POSTE) && Cles.sommeDesChiffres(valeur) % 5 == 0;
    }
}
