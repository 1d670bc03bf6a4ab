package fr.gouv.apprentissage.bal.passerelle.operation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The endpoint with small budgets, short delays, a manifest, and a time that passes when a test says so; everything else is real. */
public class ProfilOperations implements QuarkusTestProfile {
    static final String DU_MANIFESTE = "query DuManifeste { moi { id } }";

    @Override
    public Map<String, String> getConfigOverrides() {
        var cles = new HashMap<String, String>();
        cles.put("bal.passerelle.cout", "5000");
        cles.put("bal.passerelle.budget", "6000");
        cles.put("bal.passerelle.recherches", "3");
        cles.put("bal.passerelle.delai", "3s");
        cles.put("bal.passerelle.delai-corps", "1s");
        cles.put("bal.passerelle.operations.clients.tdb", "enregistrees");
        cles.put("bal.passerelle.operations.clients.sans-droit", "enregistrees");
        cles.put("bal.passerelle.operations.fichier", manifeste());
        return cles;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TempsDeTest.class);
    }

    private static String manifeste() {
        try {
            var fichier = Files.createTempFile("bal-manifeste", ".yaml");
            fichier.toFile().deleteOnExit();
            Files.writeString(fichier, "- { client: lba, documents: [\"" + DU_MANIFESTE + "\"] }\n");
            return fichier.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
