package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address of DECA: number, street, postcode; the département follows from the postcode. */
final class AdresseLue {

    private AdresseLue() {}

    /** The address, and beside it what must be told of a part that was dropped. */
    static List<Lecture> lis(JsonNode adresse) {
        if (!adresse.isObject()) {
            return List.of(LecteurDeLigne.lecture(adresse, texte -> Lecture.ecartee()));
        }
        var numero = LecteurDeLigne.lecture(adresse.path("numero"), Lecteurs::texte);
        var voie = LecteurDeLigne.lecture(adresse.path("voie"), Lecteurs::texte);
        var code = LecteurDeLigne.lecture(adresse.path("codePostal"), Lecteurs::codePostal);
        var rue = Stream.of(numero, voie)
                .map(Lecture::valeur)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
        var codePostal = (CodePostal) code.valeur();
        var doute = Stream.of(numero, voie, code).anyMatch(lue -> lue.doute() == Lecture.Doute.ECARTEE)
                ? Lecture.Doute.ECARTEE
                : Lecture.Doute.AUCUN;
        var vide = rue.isEmpty() && codePostal == null;
        return List.of(new Lecture(
                vide
                        ? null
                        : new Adresse(
                                rue.isEmpty() ? null : rue,
                                codePostal,
                                null,
                                null,
                                codePostal == null ? null : departement(codePostal.valeur())),
                doute));
    }

    /** Two digits; three overseas; Corsica's postcodes begin by 200 or 201 (2A), 202 or 206 (2B). */
    static String departement(String codePostal) {
        if (codePostal.startsWith("97")) {
            return codePostal.substring(0, 3);
        }
        return switch (codePostal.substring(0, 3)) {
            case "200", "201" -> "2A";
            case "202", "206" -> "2B";
            default -> codePostal.substring(0, 2);
        };
    }
}
