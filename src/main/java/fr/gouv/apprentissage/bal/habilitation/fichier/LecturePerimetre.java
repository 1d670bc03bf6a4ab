package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code perimetre}. Codes are held to their shape alone: which of them exist, the référentiel knows, and it changes without this file. */
final class LecturePerimetre {

    private static final Set<String> CLES =
            Set.of("regions", "academies", "departements", "organismes", "sirens", "opcos", "sources", "statuts");

    /** INSEE code of a région, and code of an académie: two digits. */
    private static final Pattern DEUX_CHIFFRES = Pattern.compile("\\d{2}");

    private static final Pattern DEPARTEMENT = Pattern.compile("0[1-9]|[1-8]\\d|9[0-5]|2[AB]|97[1-8]|98[4-9]");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");
    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern LIBRE = Pattern.compile("(?s).{1,200}");

    private final Objet objet;
    private final Fautes fautes;

    private LecturePerimetre(Objet objet, Fautes fautes) {
        this.objet = objet;
        this.fautes = fautes;
    }

    static Perimetre lis(Node noeud, Fautes fautes) {
        return Objet.lis(noeud, "perimetre", CLES, fautes)
                .map(objet -> new LecturePerimetre(objet, fautes).perimetre())
                .orElse(Perimetre.SANS_BORNE);
    }

    private Perimetre perimetre() {
        return new Perimetre(
                cle("regions", DEUX_CHIFFRES, texte -> texte),
                cle("academies", DEUX_CHIFFRES, texte -> texte),
                cle("departements", DEPARTEMENT, texte -> texte),
                cle("organismes", SIRET, Siret::new),
                cle("sirens", SIREN, Siren::new),
                cle("opcos", LIBRE, texte -> texte),
                cle("sources", SOURCE, texte -> texte),
                cle("statuts", LIBRE, StatutApprenant::valueOf));
    }

    /** Null without the key: it sets no bound then. */
    private <T> List<T> cle(String cle, Pattern forme, Function<String, T> lecture) {
        return objet.valeur(cle)
                .map(noeud -> Objet.liste(noeud, cle, fautes).stream()
                        .map(element -> valeur(element, cle, forme, lecture))
                        .flatMap(Optional::stream)
                        .collect(ArrayList<T>::new, List::add, List::addAll))
                .orElse(null);
    }

    private <T> Optional<T> valeur(Node element, String cle, Pattern forme, Function<String, T> lecture) {
        return Objet.texte(element, cle, forme, fautes).flatMap(texte -> {
            try {
                return Optional.of(lecture.apply(texte));
            } catch (IllegalArgumentException refus) {
                fautes.ajoute(element, "« " + cle + " » : « " + texte + " » n'est pas une valeur admise");
                return Optional.empty();
            }
        });
    }
}
