package fr.gouv.apprentissage.bal.scellement.vault;

import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.ClesRefusees;
import fr.gouv.apprentissage.bal.scellement.Panne;
import io.quarkus.vault.client.VaultClientException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * What a failed call means. Nothing that Vault wrote is handed on: its texts may quote a path, a token's accessor or what was sent.
 */
final class Diagnostic {

    private Diagnostic() {}

    /** The exception to throw: {@link ClesRefusees} or {@link ClesIndisponibles}. */
    static RuntimeException de(String cle, Throwable echec) {
        var cause = cause(echec);
        var panne = panne(cause);
        var message = cle + " : Vault " + panne.texte() + statut(cause);
        return panne.refus() ? new ClesRefusees(panne, message) : new ClesIndisponibles(panne, message);
    }

    private static String statut(Throwable cause) {
        return cause instanceof VaultClientException vault && vault.getStatus() != null
                ? " (" + vault.getStatus() + ")"
                : "";
    }

    private static Throwable cause(Throwable echec) {
        var cause = echec;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Panne panne(Throwable cause) {
        if (cause instanceof VaultClientException vault && vault.getStatus() != null) {
            return parStatut(vault.getStatus(), vault.getErrors() == null ? List.of() : vault.getErrors());
        }
        for (var une = cause; une != null; une = une.getCause()) {
            if (une instanceof SSLException) {
                return Panne.CERTIFICAT;
            }
            if (une instanceof TimeoutException || une instanceof io.smallrye.mutiny.TimeoutException) {
                return Panne.DELAI_DEPASSE;
            }
        }
        // A connection that breaks, and whatever nobody thought of: not an answer, so not a refusal.
        return Panne.HORS_D_ATTEINTE;
    }

    // 472 and 473: a standby of Vault's enterprise edition; 412: one that has not read what was just written.
    private static Panne parStatut(int statut, List<String> erreurs) {
        return switch (statut) {
            case 403, 401 -> Panne.DROIT_REFUSE;
            case 404 -> Panne.CLE_ABSENTE;
            case 400 -> demande(String.join(" ", erreurs).toLowerCase(Locale.ROOT));
            case 503, 472, 473 -> Panne.SCELLE;
            default -> Panne.ERREUR;
        };
    }

    private static Panne demande(String erreurs) {
        if (erreurs.contains("key not found")) {
            return Panne.CLE_ABSENTE;
        }
        if (erreurs.contains("disallowed by policy") || erreurs.contains("version")) {
            return Panne.VERSION_RETIREE;
        }
        if (erreurs.contains("authentication failed")
                || erreurs.contains("invalid ciphertext")
                || erreurs.contains("decode")
                || erreurs.contains("no prefix")) {
            return Panne.ENVELOPPE_ABIMEE;
        }
        if (erreurs.contains("role or secret id") || erreurs.contains("role id") || erreurs.contains("secret id")) {
            return Panne.DROIT_REFUSE;
        }
        return Panne.DEMANDE_REFUSEE;
    }
}
