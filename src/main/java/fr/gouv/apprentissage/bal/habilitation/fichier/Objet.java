package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** An object of the file: its keys once each, with the nodes that carry their lines. */
public final class Objet {

    private static final int TEXTE_MAX = 4000;

    private final Node noeud;
    private final Map<String, Entree> entrees;
    private final Fautes fautes;

    private Objet(Node noeud, Map<String, Entree> entrees, Fautes fautes) {
        this.noeud = noeud;
        this.entrees = entrees;
        this.fautes = fautes;
    }

    /** A key's place and its value. */
    record Entree(Node cle, Node valeur) {}

    /** Reads an object, its keys whatever they are. */
    static Optional<Objet> lis(Node noeud, String quoi, Fautes fautes) {
        if (!(noeud instanceof MappingNode objet) || !noeud.getTag().equals(Tag.MAP)) {
            fautes.ajoute(noeud, quoi + " : un objet est attendu (clé: valeur)");
            return Optional.empty();
        }
        var entrees = new LinkedHashMap<String, Entree>();
        for (var paire : objet.getValue()) {
            var cle = texteDe(paire.getKeyNode());
            if (cle.isEmpty()) {
                fautes.ajoute(paire.getKeyNode(), quoi + " : une clé est un texte");
            } else if (entrees.putIfAbsent(cle.get(), new Entree(paire.getKeyNode(), paire.getValueNode())) != null) {
                fautes.ajoute(paire.getKeyNode(), quoi + " : la clé « " + cle.get() + " » figure deux fois");
            }
        }
        return Optional.of(new Objet(noeud, entrees, fautes));
    }

    /** Reads an object of which only these keys are known. */
    public static Optional<Objet> lis(Node noeud, String quoi, Set<String> connues, Fautes fautes) {
        var objet = lis(noeud, quoi, fautes);
        objet.ifPresent(lu -> lu.entrees.forEach((cle, entree) -> {
            if (!connues.contains(cle)) {
                fautes.ajoute(entree.cle(), quoi + " : clé inconnue « " + cle + " »");
            }
        }));
        return objet;
    }

    Map<String, Entree> entrees() {
        return entrees;
    }

    Node noeud() {
        return noeud;
    }

    Optional<Node> valeur(String cle) {
        return Optional.ofNullable(entrees.get(cle)).map(Entree::valeur);
    }

    /** The value of a key that must be there; a fault and nothing when it is not. */
    public Optional<Node> obligatoire(String cle) {
        var valeur = valeur(cle);
        if (valeur.isEmpty()) {
            fautes.ajoute(noeud, "« " + cle + " » manque");
        }
        return valeur;
    }

    /** A text that must be there; a fault and nothing when it is not. */
    Optional<String> texteObligatoire(String cle) {
        return obligatoire(cle).flatMap(valeur -> texte(valeur, cle, fautes));
    }

    /** A text of this shape that must be there. */
    public Optional<String> texteObligatoire(String cle, Pattern forme) {
        return obligatoire(cle).flatMap(valeur -> texte(valeur, cle, forme, fautes));
    }

    static Optional<String> texte(Node noeud, String quoi, Pattern forme, Fautes fautes) {
        var texte = texte(noeud, quoi, fautes);
        if (texte.isPresent() && !forme.matcher(texte.get()).matches()) {
            fautes.ajoute(noeud, "« " + quoi + " » : « " + texte.get() + " » n'a pas la forme attendue");
            return Optional.empty();
        }
        return texte;
    }

    static Optional<String> texte(Node noeud, String quoi, Fautes fautes) {
        var texte = texteDe(noeud);
        if (texte.isEmpty()) {
            fautes.ajoute(noeud, "« " + quoi + " » : un texte est attendu");
            return texte;
        }
        if (texte.get().isBlank()
                || texte.get().length() > TEXTE_MAX
                || texte.get().chars().anyMatch(Objet::interdit)) {
            fautes.ajoute(
                    noeud,
                    "« " + quoi + " » : un texte de 1 à " + TEXTE_MAX
                            + " caractères, sans caractère de contrôle, est attendu");
            return Optional.empty();
        }
        return texte;
    }

    /** The items of a list; a fault and nothing when it is none. */
    public static List<Node> liste(Node noeud, String quoi, Fautes fautes) {
        if (noeud instanceof SequenceNode liste && noeud.getTag().equals(Tag.SEQ)) {
            return new ArrayList<>(liste.getValue());
        }
        fautes.ajoute(noeud, "« " + quoi + " » : une liste est attendue");
        return List.of();
    }

    /** An unquoted number is a text too: a code such as 53 needs no quotes, and loses no zero. */
    private static Optional<String> texteDe(Node noeud) {
        return noeud instanceof ScalarNode scalaire
                        && (noeud.getTag().equals(Tag.STR) || noeud.getTag().equals(Tag.INT))
                ? Optional.of(scalaire.getValue())
                : Optional.empty();
    }

    private static boolean interdit(int caractere) {
        return Character.isISOControl(caractere) && caractere != '\n';
    }
}
