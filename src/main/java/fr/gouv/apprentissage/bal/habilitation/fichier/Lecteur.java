package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.FiltresSousMasque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a file of habilitations (DESIGN.md, "Habilitations are data"): whole, or not at all. */
public final class Lecteur {

    private static final Set<String> CLES = Set.of("version", "clients", "habilitations");
    private static final Set<String> CLES_DE_CLIENT = Set.of("id", "nom", "finalite");

    /** As identity providers name clients: plain names, URLs, URNs. */
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private final Catalogue catalogue;
    private final Fautes fautes = new Fautes();
    private final Map<String, ClientHabilite> clients = new LinkedHashMap<>();

    private Lecteur(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads a file.
     *
     * @param contenu its bytes, UTF-8
     * @param catalogue the coordinates that it may name
     * @throws FichierRefuse with every fault and its line, when there is any
     */
    public static FichierHabilitations lis(byte[] contenu, Catalogue catalogue) {
        return new Lecteur(catalogue).fichier(contenu);
    }

    private FichierHabilitations fichier(byte[] contenu) {
        var racine = Objet.lis(Syntaxe.compose(contenu), "fichier", CLES, fautes);
        var version =
                racine.flatMap(r -> r.valeur("version")).map(this::version).orElse(0L);
        racine.flatMap(r -> r.valeur("clients"))
                .ifPresent(liste -> Objet.liste(liste, "clients", fautes).forEach(this::client));
        var lues = racine.flatMap(r -> r.valeur("habilitations"))
                .map(this::habilitations)
                .orElse(List.of());
        uniques(lues);
        filtresSousMasque(lues);
        fautes.refuseSiFautif();
        var entrees = lues.stream()
                .map(lue -> new FichierHabilitations.Entree(lue.octroi(), lue.empreinte()))
                .toList();
        return new FichierHabilitations(version, Empreinte.de(contenu), List.copyOf(clients.values()), entrees);
    }

    private void filtresSousMasque(List<LectureHabilitation.Lue> lues) {
        var lignes = new IdentityHashMap<Octroi, Map<Coordonnee, Integer>>();
        lues.stream()
                .filter(LectureHabilitation.Lue::comparable)
                .forEach(lue -> lignes.put(lue.octroi(), lue.lignes()));
        var comparables = lues.stream()
                .map(LectureHabilitation.Lue::octroi)
                .filter(lignes::containsKey)
                .toList();
        for (var conflit : FiltresSousMasque.entre(comparables)) {
            fautes.ajoute(
                    lignes.get(conflit.cherche()).get(conflit.coordonnee()),
                    "FILTRER sur " + conflit.coordonnee() + " : l'habilitation « "
                            + conflit.masquee().id() + " » n'accorde ce champ que masqué, chercher déferait le masque");
        }
    }

    private long version(Node noeud) {
        if (noeud instanceof ScalarNode scalaire && noeud.getTag().equals(Tag.INT)) {
            try {
                var version = Long.parseLong(scalaire.getValue());
                if (version >= 0) {
                    return version;
                }
            } catch (NumberFormatException tropGrand) {
                fautes.ajoute(noeud, "« version » : ce nombre est trop grand");
                return 0;
            }
        }
        fautes.ajoute(noeud, "« version » : un entier positif ou nul est attendu");
        return 0;
    }

    private void client(Node noeud) {
        Objet.lis(noeud, "client", CLES_DE_CLIENT, fautes).ifPresent(objet -> {
            var id = objet.texteObligatoire("id", CLIENT);
            var nom = objet.texteObligatoire("nom").orElse("");
            var finalite = objet.valeur("finalite")
                    .flatMap(valeur -> Objet.texte(valeur, "finalite", LectureHabilitation.NOM, fautes));
            if (id.isPresent() && clients.putIfAbsent(id.get(), new ClientHabilite(id.get(), nom, finalite)) != null) {
                fautes.ajoute(objet.valeur("id").orElseThrow(), "le client « " + id.get() + " » figure deux fois");
            }
        });
    }

    private List<LectureHabilitation.Lue> habilitations(Node noeud) {
        var lecture = new LectureHabilitation(catalogue, clients.keySet(), fautes);
        return Objet.liste(noeud, "habilitations", fautes).stream()
                .map(lecture::lis)
                .flatMap(Optional::stream)
                .toList();
    }

    private void uniques(List<LectureHabilitation.Lue> lues) {
        var premieres = new TreeMap<String, Integer>();
        for (var lue : lues) {
            var id = lue.octroi().id();
            var premiere = premieres.putIfAbsent(id, lue.ligne());
            if (!id.isEmpty() && premiere != null) {
                fautes.ajoute(lue.ligne(), "l'habilitation « " + id + " » figure deux fois, d'abord ligne " + premiere);
            }
        }
    }
}
