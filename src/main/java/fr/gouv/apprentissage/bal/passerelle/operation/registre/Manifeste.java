package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import fr.gouv.apprentissage.bal.habilitation.fichier.Faute;
import fr.gouv.apprentissage.bal.habilitation.fichier.Fautes;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierRefuse;
import fr.gouv.apprentissage.bal.habilitation.fichier.Objet;
import fr.gouv.apprentissage.bal.habilitation.fichier.Syntaxe;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.operation.Empreinte;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a manifest, YAML or JSON: a list of objects {@code {client, documents}}. All of its faults are found in one reading. */
final class Manifeste {
    /** Documents of one client at most: all of them stand in memory. */
    static final int DOCUMENTS_MAX = 1_000;

    private static final Set<String> CLES = Set.of("client", "documents");
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Set<String> clients;
    private final DocumentAEnregistrer controle;
    private final Fautes fautes = new Fautes();
    private final TreeMap<String, Entree> entrees = new TreeMap<>();

    private Manifeste(Set<String> clients, DocumentAEnregistrer controle) {
        this.clients = clients;
        this.controle = controle;
    }

    /**
     * A document of the manifest.
     *
     * @param client whose it is
     * @param empreinte of its text
     * @param nom of its operation
     * @param document its text
     */
    record Entree(String client, String empreinte, String nom, String document) {}

    /** What a manifest holds, or what is wrong with it. */
    record Lecture(List<Entree> entrees, List<Faute> fautes) {}

    /** Reads one manifest. Documents are checked as those that are registered by hand. */
    static Lecture lis(byte[] contenu, Set<String> clients, DocumentAEnregistrer controle) {
        var lecture = new Manifeste(clients, controle);
        try {
            lecture.parcours(Syntaxe.compose(contenu));
            lecture.fautes.refuseSiFautif();
        } catch (FichierRefuse refus) {
            return new Lecture(List.of(), refus.fautes());
        }
        return new Lecture(List.copyOf(lecture.entrees.values()), List.of());
    }

    private void parcours(Node racine) {
        for (var element : Objet.liste(racine, "manifeste", fautes)) {
            Objet.lis(element, "entrée", CLES, fautes).ifPresent(this::entree);
        }
    }

    private void entree(Objet objet) {
        var client = objet.texteObligatoire("client", CLIENT);
        client.filter(nom -> !clients.contains(nom)).ifPresent(inconnu -> objet.obligatoire("client")
                .ifPresent(noeud -> fautes.ajoute(noeud, "client inconnu « " + inconnu + " »")));
        var documents = objet.obligatoire("documents").stream()
                .flatMap(noeud -> Objet.liste(noeud, "documents", fautes).stream())
                .toList();
        if (documents.size() > DOCUMENTS_MAX) {
            fautes.ajoute(documents.get(0), "« documents » : au plus " + DOCUMENTS_MAX);
        }
        documents.forEach(noeud -> document(noeud, client.orElse("")));
    }

    private void document(Node noeud, String client) {
        if (!(noeud instanceof ScalarNode texte) || !noeud.getTag().equals(Tag.STR)) {
            fautes.ajoute(noeud, "« documents » : chaque document est un texte");
            return;
        }
        var document = texte.getValue();
        try {
            var empreinte = Empreinte.de(document);
            var nouvelle = new Entree(client, empreinte, controle.nom(document), document);
            if (entrees.putIfAbsent(client + ' ' + empreinte, nouvelle) != null) {
                fautes.ajoute(noeud, "ce document figure deux fois pour ce client");
            }
        } catch (OperationRefusee refus) {
            fautes.ajoute(noeud, "« documents » : " + DocumentAEnregistrer.raison(refus));
        }
    }
}
