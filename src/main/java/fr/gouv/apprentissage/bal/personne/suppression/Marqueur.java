package fr.gouv.apprentissage.bal.personne.suppression;

import fr.gouv.apprentissage.bal.scellement.GenreMarque;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the marks of an identity: those that what is readable of it allows. */
public final class Marqueur {

    private final MarquesDeSuppression marques;

    /** @param marques the keyed hashes */
    public Marqueur(MarquesDeSuppression marques) {
        this.marques = marques;
    }

    /** Every mark, of each the current version of the key first. */
    public List<Marque> toutes(IdentiteLisible identite) {
        var toutes = entieres(identite);
        ajoute(toutes, GenreMarque.CONTRAT_NOMS, identite, identite.numero(), identite.nom(), identite.prenoms());
        ajoute(toutes, GenreMarque.INE, identite, identite.ine());
        for (var courriel : identite.courriels()) {
            ajoute(toutes, GenreMarque.PRENOMS_COURRIEL, identite, identite.prenoms(), courriel);
        }
        for (var telephone : identite.telephones()) {
            ajoute(toutes, GenreMarque.PRENOMS_TELEPHONE, identite, identite.prenoms(), telephone);
        }
        return toutes;
    }

    /** Those of {@link GenreMarque#ENTIERES} alone. */
    public List<Marque> entieres(IdentiteLisible identite) {
        var entieres = new ArrayList<Marque>();
        ajoute(entieres, GenreMarque.IDENTITE, identite, identite.nom(), identite.prenoms(), identite.dateNaissance());
        ajoute(entieres, GenreMarque.INE_NAISSANCE, identite, identite.ine(), identite.dateNaissance());
        if (!identite.cle().isEmpty()) {
            // a contract is known by its key, whoever seems to be its alternant
            entieres.addAll(marques.marques(GenreMarque.CLE_CONTRAT, identite.cle(), null, null));
        }
        return entieres;
    }

    private void ajoute(List<Marque> dans, GenreMarque genre, IdentiteLisible identite, Sealed<?>... parties) {
        if (Arrays.stream(parties).noneMatch(partie -> partie == null)) {
            dans.addAll(
                    marques.marques(genre, Arrays.asList(parties), identite.sexe(), identite.departementNaissance()));
        }
    }
}
