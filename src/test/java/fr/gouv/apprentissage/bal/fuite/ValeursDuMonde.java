package fr.gouv.apprentissage.bal.fuite;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every personal value that a source served: names, first names, e-mail addresses, telephone numbers, streets, comments. */
public final class ValeursDuMonde {

    private static final List<String> NOMS =
            List.of("/alternant/nom", "/alternant/prenom", "/alternant/adresse/voie", "/rupture/commentaireRupture");
    private static final List<String> COURRIELS = List.of("/alternant/courriel", "/employeur/courriel");
    private static final List<String> TELEPHONES = List.of("/alternant/telephone", "/employeur/telephone");
    private static final int MOT_GENERE = 9;

    private ValeursDuMonde() {}

    /** What to look for: of a name or a street each generated word too, of an address its mailbox too, of a number its other writings. */
    public static Set<String> de(List<JourServi> jours) {
        var valeurs = new LinkedHashSet<String>();
        jours.stream()
                .flatMap(j -> Stream.concat(j.lba().stream(), j.tba().stream()))
                .filter(JsonNode::isObject)
                .forEach(ligne -> releve(ligne, valeurs));
        return valeurs;
    }

    /** The same of what France Travail and the OPCOs' files say of recruiters: addresses of employers, and who is named in an offer. */
    public static Set<String> deRecruteurs(List<EntrepriseDemo> entreprises, List<OffreGeneree> offres) {
        var valeurs = new LinkedHashSet<String>();
        entreprises.forEach(une -> courriel(une.courriel(), valeurs));
        offres.forEach(une -> {
            une.courriel().ifPresent(courriel -> courriel(courriel, valeurs));
            une.contact().ifPresent(nom -> nom(nom, true, valeurs));
        });
        return valeurs;
    }

    private static void releve(JsonNode ligne, Set<String> valeurs) {
        for (var chemin : NOMS) {
            nom(texte(ligne, chemin), chemin.startsWith("/alternant/"), valeurs);
        }
        for (var chemin : COURRIELS) {
            courriel(texte(ligne, chemin), valeurs);
        }
        for (var chemin : TELEPHONES) {
            telephone(texte(ligne, chemin).replaceAll("[ .]", "").replaceFirst("^\\+33", "0"), valeurs);
        }
    }

    private static void courriel(String courriel, Set<String> valeurs) {
        if (courriel.matches("[^@ ]{9,}@[^@ ]+")) {
            valeurs.add(courriel);
            valeurs.add(courriel.substring(0, courriel.indexOf('@')));
        }
    }

    private static void nom(String nom, boolean entier, Set<String> valeurs) {
        if (entier && !nom.isEmpty()) {
            valeurs.add(nom);
        }
        for (var mot : nom.split("[ ,'’-]+")) {
            if (mot.length() >= MOT_GENERE && !mot.equals("Entretien")) {
                valeurs.add(mot);
            }
        }
    }

    private static void telephone(String national, Set<String> valeurs) {
        if (national.matches("0[1-9][0-9]{8}")) {
            valeurs.add(national);
            valeurs.add("+33" + national.substring(1));
            valeurs.add(national.replaceAll("(..)(?=.)", "$1 "));
        }
    }

    private static String texte(JsonNode ligne, String chemin) {
        var noeud = ligne.at(chemin);
        return noeud.isTextual() ? noeud.asText().replace("\u0000", "").strip() : "";
    }
}
