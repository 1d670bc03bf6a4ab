package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Between rows and values. */
final class LigneDeRegistre {

    static final String COLONNES =
            "id, client, finalite, base_legale, accordee_par, du, au, regions, academies, departements,"
                    + " organismes, sirens, opcos, sources, statuts";

    private LigneDeRegistre() {}

    static ClientHabilite client(Row ligne) {
        return client(ligne, Suspension.AUCUNE);
    }

    static ClientHabilite client(Row ligne, Suspension suspension) {
        return new ClientHabilite(
                ligne.getString("id"),
                ligne.getString("nom"),
                Optional.ofNullable(ligne.getString("finalite")),
                suspension);
    }

    static Octroi octroi(Row ligne, Optional<List<Row>> droits) {
        return new Octroi(
                ligne.getString("id"),
                ligne.getString("client"),
                ligne.getString("finalite"),
                ligne.getString("base_legale"),
                ligne.getString("accordee_par"),
                ligne.getLocalDate("du"),
                ligne.getLocalDate("au"),
                Optional.ofNullable(ligne.getString("motif_revocation")),
                perimetre(ligne),
                droits.map(LigneDeRegistre::droits).orElse(Map.of()));
    }

    /** The values of {@link #COLONNES}. */
    static Tuple valeurs(Octroi octroi) {
        var tuple = Tuple.tuple()
                .addString(octroi.id())
                .addString(octroi.client())
                .addString(octroi.finalite())
                .addString(octroi.baseLegale())
                .addString(octroi.accordeePar())
                .addLocalDate(octroi.du())
                .addLocalDate(octroi.au());
        var bornes = octroi.perimetre().bornes();
        for (var cle : List.of(
                "regions", "academies", "departements", "organismes", "sirens", "opcos", "sources", "statuts")) {
            var valeurs = bornes.get(cle);
            tuple.addArrayOfString(valeurs == null ? null : valeurs.toArray(String[]::new));
        }
        return tuple;
    }

    private static Map<Coordonnee, Droit> droits(List<Row> lignes) {
        return lignes.stream()
                .collect(Collectors.toMap(
                        ligne -> Coordonnee.lis(ligne.getString("coordonnee")),
                        ligne -> new Droit(
                                Arrays.stream(ligne.getArrayOfStrings("acces"))
                                        .map(Acces::valueOf)
                                        .collect(Collectors.toSet()),
                                Masque.valueOf(ligne.getString("masque")))));
    }

    private static Perimetre perimetre(Row ligne) {
        return new Perimetre(
                liste(ligne, "regions", texte -> texte),
                liste(ligne, "academies", texte -> texte),
                liste(ligne, "departements", texte -> texte),
                liste(ligne, "organismes", Siret::new),
                liste(ligne, "sirens", Siren::new),
                liste(ligne, "opcos", texte -> texte),
                liste(ligne, "sources", texte -> texte),
                liste(ligne, "statuts", StatutApprenant::valueOf));
    }

    /** Null sets no bound. */
    private static <T> List<T> liste(Row ligne, String colonne, Function<String, T> lecture) {
        var valeurs = ligne.getArrayOfStrings(colonne);
        return valeurs == null ? null : Arrays.stream(valeurs).map(lecture).toList();
    }
}
