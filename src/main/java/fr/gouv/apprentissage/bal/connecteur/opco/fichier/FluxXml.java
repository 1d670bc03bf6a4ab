package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of a part, event by event. It has no document type: nothing is expanded, and nothing is fetched. */
final class FluxXml {

    private static final XMLInputFactory FABRIQUE = fabrique();

    private final PartieBornee partie;
    private final XMLStreamReader lecteur;

    FluxXml(PartieBornee partie) {
        this.partie = partie;
        try {
            synchronized (FABRIQUE) {
                this.lecteur = FABRIQUE.createXMLStreamReader(partie);
            }
        } catch (XMLStreamException | RuntimeException illisible) {
            throw refus();
        }
    }

    /** Whether there is another event; the reader stands on it. */
    boolean avance() {
        // The JDK's reader meets some malformed texts with exceptions of its own.
        try {
            if (!lecteur.hasNext()) {
                return false;
            }
            lecteur.next();
            return true;
        } catch (XMLStreamException | RuntimeException illisible) {
            throw refus();
        }
    }

    boolean ouvre(String nom) {
        return lecteur.isStartElement() && lecteur.getLocalName().equals(nom);
    }

    boolean ferme(String nom) {
        return lecteur.isEndElement() && lecteur.getLocalName().equals(nom);
    }

    /** The attribute of that local name; empty when it is not there. */
    String attribut(String nom) {
        for (int i = 0; i < lecteur.getAttributeCount(); i++) {
            if (lecteur.getAttributeLocalName(i).equals(nom)) {
                return lecteur.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Adds the text of this event, as far as the sink may grow; false: there was more. */
    boolean texte(StringBuilder suite, int longueur) {
        int evenement = lecteur.getEventType();
        if (evenement != XMLStreamConstants.CHARACTERS
                && evenement != XMLStreamConstants.CDATA
                && evenement != XMLStreamConstants.SPACE) {
            return true;
        }
        int permis = Math.min(lecteur.getTextLength(), longueur - suite.length());
        suite.append(lecteur.getTextCharacters(), lecteur.getTextStart(), permis);
        return permis == lecteur.getTextLength();
    }

    private SourceRefusee refus() {
        return new SourceRefusee(
                partie.depassee() ? "le classeur est plus grand que ce qui est lu" : "le classeur est illisible");
    }

    private static XMLInputFactory fabrique() {
        var fabrique = XMLInputFactory.newDefaultFactory();
        fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        fabrique.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return fabrique;
    }
}
