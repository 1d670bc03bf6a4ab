package fr.gouv.apprentissage.bal.passerelle.operation.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.documentation.Page;
import fr.gouv.apprentissage.bal.passerelle.operation.Empreinte;
import fr.gouv.apprentissage.bal.passerelle.operation.SchemaDeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestesTest {
    private static final String MOI = "query Moi { moi { id } }";

    private final DocumentAEnregistrer controle = new DocumentAEnregistrer(SchemaDeTest.documents(Map.of()));

    @TempDir
    Path dossier;

    @Test
    void aManifestRegistersTheVeryTextOfItsDocuments() throws IOException {
        ecris(
                "a.yaml",
                """
                - client: lba
                  documents:
                    - "query Moi { moi { id } }"
                    - |-
                      query Deux {
                        moi { nom }
                      }
                - { client: tdb, documents: ["query Moi { moi { id } }"] }
                """);

        assertThat(lis())
                .containsExactlyInAnyOrder(
                        new Manifeste.Entree("lba", Empreinte.de(MOI), "Moi", MOI),
                        entree("lba", "Deux", "query Deux {\n  moi { nom }\n}"),
                        entree("tdb", "Moi", MOI));
    }

    @Test
    void jsonIsReadToo() throws IOException {
        ecris("a.json", "[{\"client\": \"lba\", \"documents\": [\"query Moi { moi { id } }\"]}]");

        assertThat(lis()).containsExactly(entree("lba", "Moi", MOI));
    }

    @Test
    void aFolderIsReadWhole() throws IOException {
        ecris("a.yaml", "- { client: lba, documents: [\"query Moi { moi { id } }\"] }");
        ecris("b.yml", "- { client: tdb, documents: [\"query Moi { moi { id } }\"] }");
        ecris("lisez-moi.txt", "rien");

        assertThat(lis()).extracting(Manifeste.Entree::client).containsExactly("lba", "tdb");
    }

    @Test
    void everyFaultIsListedWithItsFileAndLine() throws IOException {
        ecris(
                "a.yaml",
                """
                - client: inconnu
                  documents: ["query Moi { moi { id } }"]
                - client: lba
                  documents:
                    - "query A { moi { inconnu } }"
                    - "{ moi { id } }"
                    - 12
                    - "query B { moi { id }"
                  autre: 1
                """);
        ecris("b.yaml", "- { client: lba }");

        assertThatThrownBy(this::lis)
                .isInstanceOf(ManifesteRefuse.class)
                .hasMessageContainingAll(
                        "a.yaml, ligne 1 : client inconnu « inconnu »",
                        "a.yaml, ligne 5 : « documents » : Champ inconnu de ce type. (ligne 1 du document, colonne 17)",
                        "a.yaml, ligne 6 : « documents » : Un document enregistré porte une seule opération, et elle a un nom.",
                        "a.yaml, ligne 7 : « documents » : chaque document est un texte",
                        "a.yaml, ligne 8 : « documents » : Le document GraphQL n'est pas lisible à cet endroit.",
                        "a.yaml, ligne 9 : entrée : clé inconnue « autre »",
                        "b.yaml, ligne 1 : « documents » manque");
    }

    @Test
    void oneDocumentStandsOnceForOneClient() throws IOException {
        ecris("a.yaml", "- { client: lba, documents: [\"query Moi { moi { id } }\", \"query Moi { moi { id } }\"] }");

        assertThatThrownBy(this::lis).hasMessageContaining("a.yaml, ligne 1 : ce document figure deux fois");
    }

    @Test
    void oneDocumentStandsInOneFile() throws IOException {
        ecris("a.yaml", "- { client: lba, documents: [\"query Moi { moi { id } }\"] }");
        ecris("b.yaml", "- { client: lba, documents: [\"query Moi { moi { id } }\"] }");

        assertThatThrownBy(this::lis)
                .hasMessageContaining("b.yaml : l'opération « Moi » de « lba » figure aussi dans a.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ligne 1 : le fichier est vide",
                "'a: 1' | ligne 1 : « manifeste » : une liste est attendue",
                "'[' | YAML mal formé",
                "'- texte' | ligne 1 : entrée : un objet est attendu"
            })
    void whatIsNoManifestIsRefused(String contenu, String message) throws IOException {
        ecris("a.yaml", contenu);

        assertThatThrownBy(this::lis).hasMessageContaining(message);
    }

    @Test
    void aManifestThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> Manifestes.lis(dossier.resolve("absent.yaml"), Set.of("lba"), controle))
                .hasMessageContaining("bal.passerelle.operations.fichier");
    }

    @Test
    void theManifestOfTheDocumentationIsOne() throws IOException {
        var page = Page.toutes().stream()
                .filter(une -> une.fichier().endsWith("operations-enregistrees.md"))
                .findFirst()
                .orElseThrow();
        var exemples = page.blocs().stream()
                .filter(bloc -> bloc.langue().equals("yaml"))
                .toList();
        ecris("a.yaml", exemples.get(0).texte());

        assertThat(exemples).hasSize(1);
        assertThat(lis()).extracting(Manifeste.Entree::nom).containsExactlyInAnyOrder("Moi", "DerniersContrats", "Moi");
    }

    private List<Manifeste.Entree> lis() {
        return Manifestes.lis(dossier, Set.of("lba", "tdb"), controle);
    }

    private static Manifeste.Entree entree(String client, String nom, String document) {
        return new Manifeste.Entree(client, Empreinte.de(document), nom, document);
    }

    private void ecris(String nom, String contenu) throws IOException {
        Files.writeString(dossier.resolve(nom), contenu);
    }
}
