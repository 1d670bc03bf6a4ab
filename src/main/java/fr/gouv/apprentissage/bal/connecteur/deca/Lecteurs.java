package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.contrat.Dispositif;
import fr.gouv.apprentissage.bal.contrat.StatutContrat;
import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.NumeroContrat;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import fr.gouv.apprentissage.bal.personne.Sexe;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How DECA writes values (domain.md §2.2, §2.3), and what is tolerated of it. */
final class Lecteurs {

    /** domain.md §2.3. 24 was seen in the source too, and nobody says what it is. */
    private static final Set<Integer> TYPES = Set.of(11, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 38);

    /** Codes of the contract form (cerfa 10103): 11 to 16, 21 to 30. */
    private static final Pattern TYPES_D_EMPLOYEUR = Pattern.compile("1[1-6]|2[1-9]|30");

    /** French, of the European Union, other. */
    private static final Set<Integer> NATIONALITES = Set.of(1, 2, 3);

    private static final Map<String, StatutContrat> STATUTS = Map.of(
            "corrige", StatutContrat.CORRIGE,
            "supprime", StatutContrat.SUPPRIME,
            "rompu", StatutContrat.ROMPU,
            "annule", StatutContrat.ANNULE);
    private static final Map<String, Sexe> SEXES =
            Map.of("m", Sexe.M, "h", Sexe.M, "1", Sexe.M, "f", Sexe.F, "2", Sexe.F);
    private static final Map<String, Boolean> BOOLEENS =
            Map.of("true", true, "oui", true, "1", true, "false", false, "non", false, "0", false);

    /** Characters of a day; an hour may follow, which says nothing. */
    private static final int JOUR = "2025-09-01".length();

    private static final Pattern ENTIER = Pattern.compile("[+-]?\\d{1,9}");

    private Lecteurs() {}

    /** Text as it came, trimmed, without U+0000; empty when blank or absent. Objects and lists are no text. */
    static String brut(JsonNode valeur) {
        return valeur.isValueNode() && !valeur.isNull()
                ? valeur.asText().replace("\0", "").strip()
                : "";
    }

    /** A name as it came: a number is no name. */
    static String nom(JsonNode valeur) {
        return valeur.isTextual() ? brut(valeur) : "";
    }

    static Lecture texte(JsonNode valeur) {
        return Lecture.de(brut(valeur));
    }

    static Lecture date(JsonNode valeur) {
        var texte = brut(valeur);
        var suite = texte.length() > JOUR ? texte.charAt(JOUR) : ' ';
        if (texte.length() < JOUR || suite != 'T' && suite != ' ') {
            return Lecture.ecartee();
        }
        try {
            return Lecture.de(LocalDate.parse(texte.substring(0, JOUR)));
        } catch (DateTimeParseException illisible) {
            return Lecture.ecartee();
        }
    }

    static Lecture entier(JsonNode valeur) {
        var texte = brut(valeur);
        return ENTIER.matcher(texte).matches() ? Lecture.de(Integer.valueOf(texte)) : Lecture.ecartee();
    }

    static Lecture type(JsonNode valeur) {
        var lu = entier(valeur);
        return lu.valeur() instanceof Integer code && !TYPES.contains(code) ? Lecture.inconnue(code) : lu;
    }

    static Lecture dispositif(JsonNode valeur) {
        var texte = brut(valeur);
        for (var connu : Dispositif.values()) {
            if (connu.name().equalsIgnoreCase(texte)) {
                return Lecture.de(connu);
            }
        }
        return Lecture.inconnue(texte);
    }

    static Lecture typeDEmployeur(JsonNode valeur) {
        var lu = entier(valeur);
        return lu.valeur() instanceof Integer code
                        && !TYPES_D_EMPLOYEUR.matcher(code.toString()).matches()
                ? Lecture.inconnue(code)
                : lu;
    }

    static Lecture nationalite(JsonNode valeur) {
        var lu = entier(valeur);
        return lu.valeur() instanceof Integer code && !NATIONALITES.contains(code) ? Lecture.inconnue(code) : lu;
    }

    /** The source writes an active contract as nothing: so does who says it in a word. */
    static Lecture statut(JsonNode valeur) {
        var texte = brut(valeur);
        var plie = Pliage.nom(texte);
        if (plie.equals("actif")) {
            return Lecture.absente();
        }
        var connu = STATUTS.get(plie);
        return connu == null ? Lecture.inconnue(texte) : Lecture.de(connu);
    }

    static Lecture sexe(JsonNode valeur) {
        return parmi(SEXES, valeur);
    }

    static Lecture booleen(JsonNode valeur) {
        return parmi(BOOLEENS, valeur);
    }

    static Lecture numero(JsonNode valeur) {
        return identifiant(valeur, texte -> NumeroContrat.lis(texte).valeur());
    }

    static Lecture siret(JsonNode valeur) {
        return identifiant(valeur, Siret::lis);
    }

    static Lecture uai(JsonNode valeur) {
        return identifiant(valeur, Uai::lis);
    }

    static Lecture cfd(JsonNode valeur) {
        return identifiant(valeur, Cfd::lis);
    }

    static Lecture rncp(JsonNode valeur) {
        return identifiant(valeur, Rncp::lis);
    }

    /** A number may have lost its first zero; a text is as it is. */
    static Lecture codePostal(JsonNode valeur) {
        return identifiant(valeur, valeur.isNumber() ? CodePostal::lis : CodePostal::new);
    }

    static Lecture courriel(JsonNode valeur) {
        return identifiant(valeur, Courriel::lis);
    }

    /** As it is stored: a text, E.164. */
    static Lecture telephone(JsonNode valeur) {
        return identifiant(valeur, Telephone::canonique);
    }

    /** One value, where the field is a list. */
    static Lecture.Lecteur liste(Lecture.Lecteur lecteur) {
        return valeur -> {
            var lu = lecteur.lis(valeur);
            return lu.valeur() == null ? lu : new Lecture(List.of(lu.valeur()), lu.doute());
        };
    }

    private static Lecture identifiant(JsonNode valeur, Function<String, Object> lis) {
        try {
            return Lecture.de(lis.apply(brut(valeur)));
        } catch (IdentifiantInvalide refus) {
            return Lecture.ecartee();
        }
    }

    private static Lecture parmi(Map<String, ?> connus, JsonNode valeur) {
        var connu = connus.get(Pliage.nom(brut(valeur)));
        return connu == null ? Lecture.ecartee() : Lecture.de(connu);
    }
}
