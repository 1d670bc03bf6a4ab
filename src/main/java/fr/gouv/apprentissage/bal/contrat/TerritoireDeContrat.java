package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.habilitation.ColonnesDePerimetre;
import java.util.List;
import java.util.Optional;

/** Where a contract keeps what perimeters speak of (DESIGN.md, "Perimeters"). */
public final class TerritoireDeContrat {

    private TerritoireDeContrat() {}

    /** The columns of the table {@code contrat} under this alias. */
    public static ColonnesDePerimetre colonnes(String alias) {
        return new ColonnesDePerimetre(
                Optional.of(alias + ".region"),
                Optional.of(alias + ".academie"),
                Optional.of(alias + ".departement"),
                List.of(alias + ".formation_siret", alias + ".responsable_siret"),
                Optional.of(alias + ".employeur_siren"),
                Optional.of(alias + ".employeur_opco"),
                Optional.of(alias + ".source"),
                Optional.empty());
    }
}
