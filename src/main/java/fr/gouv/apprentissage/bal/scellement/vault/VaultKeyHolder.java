package fr.gouv.apprentissage.bal.scellement.vault;

import fr.gouv.apprentissage.bal.scellement.CleMaitresse;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.KeyHolder;
import fr.gouv.apprentissage.bal.scellement.Panne;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitDataKeyType;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitDecryptParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitGenerateDataKeyParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitRewrapBatchItem;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitRewrapBatchParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitRewrapResultBatchItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Master keys in Vault's transit engine. What it wraps is transit's own text, {@code vault:v<version>:<base64>}. A new key is made in Vault and
 * comes out wrapped: its bytes travel once, when it is unwrapped.
 */
public final class VaultKeyHolder implements KeyHolder {

    private static final int BITS = 256;
    private static final int OCTETS = BITS / Byte.SIZE;

    private final Coffre coffre;

    /** @param coffre where the master keys are */
    public VaultKeyHolder(Coffre coffre) {
        this.coffre = coffre;
    }

    @Override
    public byte[] nouvelle(CleMaitresse maitresse) {
        var parametres = new VaultSecretsTransitGenerateDataKeyParams().setBits(BITS);
        var cle = coffre.demande(
                maitresse.nom(),
                transit ->
                        transit.generateDataKey(VaultSecretsTransitDataKeyType.WRAPPED, maitresse.nom(), parametres));
        return octets(maitresse, cle.getCiphertext());
    }

    @Override
    public byte[] deballe(CleMaitresse maitresse, byte[] enveloppe) {
        var parametres = new VaultSecretsTransitDecryptParams().setCiphertext(texte(maitresse, enveloppe));
        var cle = coffre.demande(maitresse.nom(), transit -> transit.decrypt(maitresse.nom(), parametres));
        if (cle == null || cle.length != OCTETS) {
            throw new ClesRefusees(Panne.ENVELOPPE_ABIMEE, maitresse.nom() + " : ce n'est pas une clé de 256 bits");
        }
        return cle;
    }

    @Override
    public List<byte[]> renveloppe(CleMaitresse maitresse, List<byte[]> enveloppes) {
        if (enveloppes.isEmpty()) {
            return List.of();
        }
        var demandes = enveloppes.stream()
                .map(une -> new VaultSecretsTransitRewrapBatchItem().setCiphertext(texte(maitresse, une)))
                .toList();
        var parametres = new VaultSecretsTransitRewrapBatchParams().setBatchInput(demandes);
        var reponses = coffre.demande(maitresse.nom(), transit -> transit.rewrapBatch(maitresse.nom(), parametres));
        if (reponses.size() != enveloppes.size()) {
            throw new ClesIndisponibles(Panne.ERREUR, maitresse.nom() + " : réponse incomplète de Vault");
        }
        var nouvelles = new ArrayList<byte[]>();
        for (int i = 0; i < reponses.size(); i++) {
            nouvelles.add(renveloppee(maitresse, enveloppes.get(i), reponses.get(i)));
        }
        return nouvelles;
    }

    private static byte[] renveloppee(
            CleMaitresse maitresse, byte[] ancienne, VaultSecretsTransitRewrapResultBatchItem reponse) {
        if (reponse.getError() != null && !reponse.getError().isEmpty()) {
            throw new ClesRefusees(Panne.ENVELOPPE_ABIMEE, maitresse.nom() + " : une clé ne se renveloppe pas");
        }
        var nouvelle = octets(maitresse, reponse.getCiphertext());
        return version(nouvelle).equals(version(ancienne)) ? ancienne : nouvelle;
    }

    private static String version(byte[] enveloppe) {
        var texte = new String(enveloppe, StandardCharsets.US_ASCII);
        return texte.substring(0, texte.lastIndexOf(':') + 1);
    }

    private static byte[] octets(CleMaitresse maitresse, String texte) {
        if (texte == null || !texte.startsWith("vault:v")) {
            throw new ClesIndisponibles(Panne.ERREUR, maitresse.nom() + " : réponse de Vault sans clé enveloppée");
        }
        return texte.getBytes(StandardCharsets.US_ASCII);
    }

    // What is not transit's text is not sent there: whatever stands in the table then, it is nothing for another's log.
    private static String texte(CleMaitresse maitresse, byte[] enveloppe) {
        var texte = new String(enveloppe, StandardCharsets.ISO_8859_1);
        if (!texte.matches("vault:v[0-9]{1,9}:[A-Za-z0-9+/=]{1,1000}")) {
            throw new ClesRefusees(
                    Panne.ENVELOPPE_ABIMEE, maitresse.nom() + " : l'enveloppe n'est pas de ce détenteur");
        }
        return texte;
    }
}
