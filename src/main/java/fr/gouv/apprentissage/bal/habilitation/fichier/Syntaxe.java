package fr.gouv.apprentissage.bal.habilitation.fichier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * From bytes to nodes. What could make a small file big or deep (aliases, nesting) is refused on the stream of events, before any node is made.
 */
public final class Syntaxe {

    /** Largest file that is read, in bytes: some ten thousand habilitations. */
    static final int TAILLE_MAX = 4 * 1024 * 1024;

    /** The deepest place of a right file is a mask: 6 collections. */
    private static final int PROFONDEUR_MAX = 10;

    private static final LoadSettings REGLAGES = LoadSettings.builder()
            .setCodePointLimit(TAILLE_MAX)
            .setMaxAliasesForCollections(0)
            .build();

    private Syntaxe() {}

    /** @throws FichierRefuse when it is no YAML, or more of it than a file of habilitations needs */
    public static Node compose(byte[] contenu) {
        var fautes = new Fautes();
        if (contenu.length > TAILLE_MAX) {
            fautes.ajoute(1, "le fichier dépasse " + TAILLE_MAX + " octets");
            fautes.refuseSiFautif();
        }
        var texte = texte(contenu, fautes);
        try {
            controle(texte, fautes);
            fautes.refuseSiFautif();
            return racine(new Compose(REGLAGES).composeString(texte), fautes);
        } catch (MarkedYamlEngineException malForme) {
            fautes.ajoute(malForme.getProblemMark().map(Mark::getLine).orElse(0) + 1, "YAML mal formé");
        } catch (YamlEngineException malForme) {
            fautes.ajoute(1, "YAML mal formé");
        }
        fautes.refuseSiFautif();
        throw new IllegalStateException("une faute a été ajoutée");
    }

    private static Node racine(Optional<Node> racine, Fautes fautes) {
        if (racine.isEmpty()) {
            fautes.ajoute(1, "le fichier est vide");
        }
        fautes.refuseSiFautif();
        return racine.orElseThrow();
    }

    private static String texte(byte[] contenu, Fautes fautes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(contenu))
                    .toString();
        } catch (CharacterCodingException autreCodage) {
            fautes.ajoute(1, "le fichier n'est pas en UTF-8");
            fautes.refuseSiFautif();
            throw new IllegalStateException(autreCodage);
        }
    }

    private static void controle(String texte, Fautes fautes) {
        var profondeur = 0;
        for (var evenement : new Parse(REGLAGES).parseString(texte)) {
            var genre = evenement.getEventId();
            if (genre == Event.ID.Alias) {
                fautes.ajoute(ligne(evenement), "les alias YAML (*nom) ne sont pas admis");
            } else if (genre == Event.ID.MappingStart || genre == Event.ID.SequenceStart) {
                profondeur++;
                if (profondeur > PROFONDEUR_MAX) {
                    fautes.ajoute(ligne(evenement), "trop de niveaux imbriqués");
                    return;
                }
            } else if (genre == Event.ID.MappingEnd || genre == Event.ID.SequenceEnd) {
                profondeur--;
            }
        }
    }

    private static int ligne(Event evenement) {
        return evenement.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
