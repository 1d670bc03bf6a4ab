package fr.gouv.apprentissage.bal.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a command line may name of pom.xml.
 *
 * @param profils ids of its profiles
 * @param greffons artifact ids of the plugins that it configures
 * @param proprietes names of its properties, and of the system properties that it gives to tests
 */
record Pom(Set<String> profils, Set<String> greffons, Set<String> proprietes) {

    static Pom lis() {
        try {
            var pom = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile());
            return new Pom(
                    textes(pom, "/project/profiles/profile/id/text()"),
                    textes(pom, "//plugin/artifactId/text()"),
                    noms(pom, "/project/properties/* | //profile/properties/* | //systemPropertyVariables/*"));
        } catch (ParserConfigurationException | SAXException | IOException | XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> textes(Object pom, String chemin) throws XPathExpressionException {
        var noeuds = noeuds(pom, chemin);
        return IntStream.range(0, noeuds.getLength())
                .mapToObj(i -> noeuds.item(i).getNodeValue().strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> noms(Object pom, String chemin) throws XPathExpressionException {
        var noeuds = noeuds(pom, chemin);
        return IntStream.range(0, noeuds.getLength())
                .mapToObj(i -> noeuds.item(i).getNodeName())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static NodeList noeuds(Object pom, String chemin) throws XPathExpressionException {
        return (NodeList) XPathFactory.newInstance().newXPath().evaluate(chemin, pom, XPathConstants.NODESET);
    }
}
