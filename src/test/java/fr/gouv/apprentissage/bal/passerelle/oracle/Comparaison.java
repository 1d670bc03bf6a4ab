package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Curseur;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Faute;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Identifiant;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares an answer with what it must be, whole. Ids are read back; cursors are kept, to be followed. */
final class Comparaison {

    private final Pseudonymes pseudonymes;
    private final String client;
    private final Map<String, Long> curseurs = new LinkedHashMap<>();

    Comparaison(Pseudonymes pseudonymes, String client) {
        this.pseudonymes = pseudonymes;
        this.client = client;
    }

    /** The cursors that were met, and the rows that they stand after. */
    Map<String, Long> curseurs() {
        return curseurs;
    }

    void compare(Reponse reponse, Attendu attendu) throws IOException {
        if (!attendu.refus().isEmpty()) {
            refus(reponse, attendu.refus());
            return;
        }
        assertThat(reponse.refusee()).as("refusée : %s", reponse.erreurs()).isFalse();
        var lues = new LinkedHashMap<String, Object>();
        for (var racine : reponse.racines().entrySet()) {
            lues.put(racine.getKey(), Banc.JSON.readValue(racine.getValue(), Object.class));
        }
        meme(lues, attendu.donnees(), "data");
        assertThat(reponse.erreurs()).as("une erreur par coordonnée").doesNotHaveDuplicates();
        assertThat(fautes(reponse)).as("erreurs").isEqualTo(attendu.erreurs());
    }

    private static void refus(Reponse reponse, Set<Faute> possibles) {
        assertThat(reponse.refusee()).as("attendu : refus %s", possibles).isTrue();
        assertThat(reponse.racines()).as("data d'une opération refusée").isEmpty();
        var dites = fautes(reponse);
        assertThat(dites).as("refus").isNotEmpty();
        assertThat(possibles).as("refus").containsAll(dites);
        if (possibles.stream().allMatch(faute -> !faute.motif().isEmpty())) {
            assertThat(sujets(dites)).as("coordonnées refusées").isEqualTo(sujets(possibles));
        }
    }

    private static Set<String> sujets(Set<Faute> fautes) {
        return fautes.stream().map(Faute::sujet).collect(Collectors.toSet());
    }

    private static Set<Faute> fautes(Reponse reponse) {
        return reponse.erreurs().stream().map(Comparaison::faute).collect(Collectors.toSet());
    }

    private static Faute faute(Erreur erreur) {
        var extensions = erreur.extensions();
        return new Faute(
                erreur.code().name(),
                (String) extensions.getOrDefault("coordonnee", extensions.getOrDefault("argument", "")),
                (String) extensions.getOrDefault("motif", ""),
                (Integer) extensions.getOrDefault("lignes", 0),
                erreur.chemin());
    }

    private void meme(Object lu, Object attendu, String chemin) {
        if (attendu instanceof Map<?, ?> champs) {
            assertThat(lu).as(chemin).isInstanceOf(Map.class);
            var lus = (Map<?, ?>) lu;
            assertThat(cles(lus)).as(chemin + " : champs").isEqualTo(cles(champs));
            champs.forEach((cle, valeur) -> meme(lus.get(cle), valeur, chemin + "." + cle));
        } else if (attendu instanceof List<?> elements) {
            assertThat(lu).as(chemin).isInstanceOf(List.class);
            var lus = (List<?>) lu;
            assertThat(lus).as(chemin).hasSameSizeAs(elements);
            for (int i = 0; i < elements.size(); i++) {
                meme(lus.get(i), elements.get(i), chemin + "[" + i + "]");
            }
        } else if (attendu instanceof Identifiant id) {
            assertThat(pseudonymes.interne(client, id.type(), (String) lu))
                    .as(chemin)
                    .isEqualTo(OptionalLong.of(id.interne()));
        } else if (attendu instanceof Curseur curseur) {
            assertThat(lu).as(chemin).isInstanceOf(String.class);
            curseurs.put((String) lu, curseur.ligne());
        } else {
            assertThat(lu).as(chemin).isEqualTo(attendu);
        }
    }

    /** The order of fields is that of the document. */
    private static List<Object> cles(Map<?, ?> objet) {
        return new ArrayList<>(objet.keySet());
    }
}
