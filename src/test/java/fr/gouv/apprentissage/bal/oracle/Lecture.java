package fr.gouv.apprentissage.bal.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One row, read.
 *
 * @param quarantaine why it cannot be identified, empty when it can
 * @param cle what its contract is known by, null when that cannot be read
 * @param valeurs canonical texts; what is empty is absent; {@code statut} still as the source writes it
 * @param signalements what was dropped, and codes that nobody knows
 */
record Lecture(String quarantaine, Cle cle, Map<Champ, String> valeurs, List<String> signalements) {

    private static final Set<String> STATUTS = Set.of("ACTIF", "CORRIGE", "SUPPRIME", "ROMPU", "ANNULE");
    private static final Set<String> TYPES =
            Set.of("11", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "38");

    static Lecture de(JsonNode ligne, Extrait extrait) {
        if (!ligne.isObject()) {
            return new Lecture("LIGNE_ILLISIBLE", null, Map.of(), List.of());
        }
        var valeurs = new EnumMap<Champ, String>(Champ.class);
        var signalements = new ArrayList<String>();
        for (var champ : Champ.values()) {
            if (champ.estPortePar(extrait) && champ != Champ.ADRESSE && champ != Champ.EMPLOYEUR_SIREN) {
                lit(champ, ligne, valeurs, signalements);
            }
        }
        var motif = motif(valeurs);
        if (!motif.isEmpty()) {
            return new Lecture(motif, lisible(valeurs), Map.of(), List.of());
        }
        if (extrait == Extrait.TBA) {
            adresse(ligne, valeurs, signalements);
        }
        if (valeurs.containsKey(Champ.EMPLOYEUR_SIRET)) {
            valeurs.put(
                    Champ.EMPLOYEUR_SIREN, valeurs.get(Champ.EMPLOYEUR_SIRET).substring(0, 9));
        }
        valeurs.computeIfPresent(Champ.NUMERO, (c, v) -> v.toUpperCase(Locale.ROOT));
        codes(valeurs, signalements);
        return new Lecture("", cle(valeurs), valeurs, signalements);
    }

    /** Empty and null are as absent, a number or a boolean is read as its text. */
    private static String texte(JsonNode noeud) {
        return noeud.isValueNode() && !noeud.isNull()
                ? noeud.asText().replace("\u0000", "").strip()
                : "";
    }

    private static void lit(Champ champ, JsonNode ligne, Map<Champ, String> valeurs, List<String> signalements) {
        var noeud = ligne.at(champ.chemin());
        var brut = texte(noeud);
        // A name is a text: a number there is no name.
        if (brut.isEmpty() || ((champ == Champ.NOM || champ == Champ.PRENOMS) && !noeud.isTextual())) {
            return;
        }
        var valeur = champ.forme().lit(brut);
        if (valeur == null) {
            signalements.add("VALEUR_ECARTEE:" + champ.coordonnee());
        } else {
            valeurs.put(champ, valeur);
        }
    }

    private static String motif(Map<Champ, String> valeurs) {
        if (!valeurs.containsKey(Champ.NUMERO)) {
            return "NUMERO_ABSENT";
        }
        if (!valeurs.containsKey(Champ.TYPE)) {
            return "TYPE_ABSENT";
        }
        if (!valeurs.containsKey(Champ.NOM)) {
            return "NOM_ABSENT";
        }
        if (!valeurs.containsKey(Champ.PRENOMS)) {
            return "PRENOM_ABSENT";
        }
        return valeurs.containsKey(Champ.DATE_NAISSANCE) ? "" : "DATE_NAISSANCE_ABSENTE";
    }

    private static Cle lisible(Map<Champ, String> valeurs) {
        return valeurs.keySet().containsAll(Set.of(Champ.NUMERO, Champ.TYPE, Champ.DATE_NAISSANCE))
                ? cle(valeurs)
                : null;
    }

    private static Cle cle(Map<Champ, String> valeurs) {
        return new Cle(
                valeurs.get(Champ.NUMERO).toUpperCase(Locale.ROOT),
                Integer.parseInt(valeurs.get(Champ.TYPE)),
                valeurs.getOrDefault(Champ.NUMERO_AVENANT, ""),
                LocalDate.parse(valeurs.get(Champ.DATE_NAISSANCE)));
    }

    /** A badly formed postcode is dropped alone, the street stays. */
    private static void adresse(JsonNode ligne, Map<Champ, String> valeurs, List<String> signalements) {
        var adresse = ligne.at("/alternant/adresse");
        var voie = (texte(adresse.path("numero")) + " " + texte(adresse.path("voie"))).strip();
        var brut = texte(adresse.path("codePostal"));
        var codePostal = brut.isEmpty() ? "" : Valeurs.codePostal(brut);
        if (codePostal == null) {
            signalements.add("VALEUR_ECARTEE:Personne.adresse");
            codePostal = "";
        }
        if (!voie.isEmpty() || !codePostal.isEmpty()) {
            valeurs.put(Champ.ADRESSE, voie + "|" + codePostal + "|" + departement(codePostal));
        }
    }

    static String departement(String codePostal) {
        if (codePostal.isEmpty()) {
            return "";
        }
        if (codePostal.startsWith("200") || codePostal.startsWith("201")) {
            return "2A";
        }
        if (codePostal.startsWith("202") || codePostal.startsWith("206")) {
            return "2B";
        }
        return codePostal.substring(0, codePostal.startsWith("97") ? 3 : 2);
    }

    private static void codes(Map<Champ, String> valeurs, List<String> signalements) {
        if (!Valeurs.numeroHabituel(valeurs.get(Champ.NUMERO))) {
            signalements.add("NUMERO_INHABITUEL");
        }
        inconnu(Champ.TYPE, TYPES.contains(valeurs.get(Champ.TYPE)), signalements);
        var statut = valeurs.get(Champ.STATUT);
        inconnu(Champ.STATUT, statut == null || STATUTS.contains(Plis.plie(statut)), signalements);
        var dispositif = valeurs.get(Champ.DISPOSITIF);
        inconnu(Champ.DISPOSITIF, dispositif == null || Set.of("APPR", "PROF").contains(dispositif), signalements);
        var employeur = valeurs.get(Champ.EMPLOYEUR_TYPE);
        inconnu(Champ.EMPLOYEUR_TYPE, employeur == null || employeur.matches("1[1-6]|2[1-9]|30"), signalements);
        var nationalite = valeurs.get(Champ.NATIONALITE);
        inconnu(Champ.NATIONALITE, nationalite == null || nationalite.matches("[123]"), signalements);
    }

    private static void inconnu(Champ champ, boolean connu, List<String> signalements) {
        if (!connu) {
            signalements.add("CODE_INCONNU:" + champ.coordonnee());
        }
    }

    /** Status as stored: none is ACTIF, a known one is its name, another stays as it came. */
    static String statut(String brut) {
        if (brut == null) {
            return "ACTIF";
        }
        var plie = Plis.plie(brut);
        return STATUTS.contains(plie) ? plie : brut;
    }
}
