package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Textes;
import fr.gouv.apprentissage.bal.personne.RepresentantLegal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a value that may be shown. */
final class ValeurJson {

    private ValeurJson() {}

    /** Writes it; {@code sous} is the selection where it is an object. */
    static void ecris(Json json, Object valeur, List<ChampEcrit> sous) {
        if (valeur == null) {
            json.nul();
        } else if (valeur instanceof Number || valeur instanceof Boolean) {
            json.brut(valeur.toString());
        } else if (valeur instanceof List<?> liste) {
            json.ouvreListe();
            liste.forEach(element -> ecris(json, element, sous));
            json.fermeListe();
        } else if (valeur instanceof Adresse || valeur instanceof RepresentantLegal) {
            // by its type and not by what is selected: directives may leave nothing selected of an object
            objet(json, valeur, sous);
        } else {
            json.chaineDe(texte(valeur));
        }
    }

    /** A value as text: dates as ISO 8601, moments in UTC. */
    static String texte(Object valeur) {
        if (valeur instanceof OffsetDateTime moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
        }
        if (valeur instanceof Adresse adresse) {
            return adresse(adresse);
        }
        if (valeur instanceof RepresentantLegal representant) {
            return java.util.stream.Stream.of(representant.courriel(), representant.telephone())
                    .filter(partie -> partie != null)
                    .map(Textes::de)
                    .collect(java.util.stream.Collectors.joining(" "));
        }
        if (valeur instanceof List<?> liste) {
            return String.join(", ", liste.stream().map(ValeurJson::texte).toList());
        }
        return Textes.de(valeur);
    }

    /** On one line; of a masked one the département is all there is. */
    private static String adresse(Adresse adresse) {
        var lieu = java.util.stream.Stream.of(adresse.voie(), partie(adresse, "codePostal"), adresse.commune())
                .filter(partie -> partie != null)
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining(" "));
        return lieu.isEmpty() && adresse.departement() != null ? adresse.departement() : lieu;
    }

    private static void objet(Json json, Object valeur, List<ChampEcrit> sous) {
        json.ouvreObjet();
        for (var champ : sous) {
            json.cle(champ.cle());
            if (champ instanceof ChampEcrit.NomDeType nom) {
                json.chaineDe(nom.type());
            } else {
                ecris(json, partie(valeur, ((ChampEcrit.Partie) champ).composant()), List.of());
            }
        }
        json.fermeObjet();
    }

    /** By name rather than by reflection, so that a native image needs no registration. */
    private static Object partie(Object valeur, String composant) {
        if (valeur instanceof Adresse adresse) {
            return switch (composant) {
                case "voie" -> adresse.voie();
                case "codePostal" -> adresse.codePostal() == null ? null : Textes.de(adresse.codePostal());
                case "commune" -> adresse.commune();
                case "codeCommune" -> adresse.codeCommune() == null ? null : Textes.de(adresse.codeCommune());
                default -> adresse.departement();
            };
        }
        if (valeur instanceof RepresentantLegal representant) {
            return composant.equals("courriel") ? representant.courriel() : representant.telephone();
        }
        throw new IllegalStateException(
                "objet sans écriture : " + valeur.getClass().getSimpleName());
    }
}
