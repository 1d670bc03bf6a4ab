package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** An organisme read from its row. */
final class LigneOrganisme {

    static final String COLONNES = "o.cle, o.siret, o.uai, o.raison_sociale, o.nature, o.qualiopi, o.adresse_voie,"
            + " o.adresse_code_postal, o.adresse_commune, o.adresse_code_commune, o.adresse_departement, o.departement,"
            + " o.academie, o.region";

    private LigneOrganisme() {}

    static Organisme lis(Row ligne) {
        return new Organisme(
                code(ligne, "siret", Siret::new),
                code(ligne, "uai", Uai::new),
                ligne.getString("raison_sociale"),
                code(ligne, "nature", NatureOrganisme::valueOf),
                ligne.getBoolean("qualiopi"),
                adresse(ligne),
                ligne.getString("departement"),
                ligne.getString("academie"),
                ligne.getString("region"));
    }

    /** Null when nothing of it is known. */
    private static Adresse adresse(Row ligne) {
        var adresse = new Adresse(
                ligne.getString("adresse_voie"),
                code(ligne, "adresse_code_postal", CodePostal::new),
                ligne.getString("adresse_commune"),
                code(ligne, "adresse_code_commune", CodeCommune::new),
                ligne.getString("adresse_departement"));
        var connue = Stream.of(
                        adresse.voie(),
                        adresse.codePostal(),
                        adresse.commune(),
                        adresse.codeCommune(),
                        adresse.departement())
                .anyMatch(Objects::nonNull);
        return connue ? adresse : null;
    }

    private static <T> T code(Row ligne, String colonne, Function<String, T> lecture) {
        var texte = ligne.getString(colonne);
        return texte == null ? null : lecture.apply(texte);
    }
}
