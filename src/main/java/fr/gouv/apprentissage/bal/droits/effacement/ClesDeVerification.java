package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The public keys by which entries of the list are verified: what the signer tells of, and those that an operator names. */
@Singleton
class ClesDeVerification {

    private static final Duration DELAI = Duration.ofSeconds(30);

    private final Signataire signataire;
    private final List<Path> fichiers;

    ClesDeVerification(Signataire signataire, EffacementConfig config) {
        this.signataire = signataire;
        this.fichiers = config.clesPubliques().orElse(List.of());
    }

    /** @throws IllegalStateException when a file holds none */
    ControleDEffacement controle() {
        var cles = new ArrayList<>(signataire.publiques().await().atMost(DELAI));
        for (var fichier : fichiers) {
            try {
                cles.addAll(ClePublique.lisToutes(fichier));
            } catch (IOException | GeneralSecurityException | IllegalArgumentException illisible) {
                throw new IllegalStateException(
                        "bal.droits.cles-publiques : un des fichiers ne contient pas de clé publique Ed25519");
            }
        }
        return new ControleDEffacement(cles);
    }
}
