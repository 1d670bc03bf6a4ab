package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.habilitation.FormesDePerimetre;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code perimetre}. Codes are held to their shape alone: which of them exist, the référentiel knows, and it changes without this file. */
final class LecturePerimetre {

    private static final Set<String> CLES =
            Set.of("regions", "academies", "departements", "organismes", "sirens", "opcos", "sources", "statuts");

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
                cle("regions", texte -> texte),
                cle("academies", texte -> texte),
                cle("departements", texte -> texte),
                cle("organismes", Siret::new),
                cle("sirens", Siren::new),
                cle("opcos", texte -> texte),
                cle("sources", texte -> texte),
                cle("statuts", StatutApprenant::valueOf));
    }

    /** Null without the key: it sets no bound then. */
    private <T> List<T> cle(String cle, Function<String, T> lecture) {
        return objet.valeur(cle)
                .map(noeud -> Objet.liste(noeud, cle, fautes).stream()
                        .map(element -> valeur(element, cle, lecture))
                        .flatMap(Optional::stream)
                        .collect(ArrayList<T>::new, List::add, List::addAll))
                .orElse(null);
    }

    private <T> Optional<T> valeur(Node element, String cle, Function<String, T> lecture) {
        return Objet.texte(element, cle, FormesDePerimetre.de(cle), fautes).flatMap(texte -> {
            try {
                return Optional.of(lecture.apply(texte));
            } catch (IllegalArgumentException refus) {
                fautes.ajoute(element, "« " + cle + " » : « " + texte + " » n'est pas une valeur admise");
                return Optional.empty();
            }
        });
    }
}
