package fr.gouv.apprentissage.bal.ingestion.sortie;

import fr.gouv.apprentissage.bal.ingestion.CompteRefuse;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What an answer that is no success means: to ask again later, or never. */
final class Refus {

    private static final int TROP_DE_REQUETES = 429;
    private static final int INDISPONIBLE = 503;
    private static final int TROP_LENT = 408;
    private static final int SANS_COMPTE = 401;
    private static final int INTERDIT = 403;

    private Refus() {}

    static RuntimeException de(Reponse reponse, Clock horloge) {
        var statut = reponse.statut();
        if (statut == TROP_DE_REQUETES || statut == INDISPONIBLE) {
            return new SourceIndisponible(
                    "la source répond " + statut,
                    reponse.entete("Retry-After")
                            .map(texte -> attente(texte, horloge))
                            .orElse(null));
        }
        if (statut >= 500 || statut == TROP_LENT) {
            return new SourceIndisponible("la source répond " + statut);
        }
        return statut == SANS_COMPTE || statut == INTERDIT
                ? new CompteRefuse("la source refuse le compte (" + statut + ")")
                : new DemandeRefusee(statut);
    }

    /** Seconds, or a date; null when it is neither. */
    private static Duration attente(String texte, Clock horloge) {
        try {
            return Duration.ofSeconds(Long.parseLong(texte.trim()));
        } catch (NumberFormatException pasDesSecondes) {
            return attenteJusqua(texte, horloge);
        }
    }

    private static Duration attenteJusqua(String texte, Clock horloge) {
        try {
            var moment = ZonedDateTime.parse(texte.trim(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(horloge.instant(), moment.toInstant());
        } catch (DateTimeException illisible) {
            return null;
        }
    }
}
