package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** What DECA accepts (domain.md §2.1), in the order in which it is checked: account, hours, rate, body, period. */
final class ReglesDeca {

    static final LocalDate PREMIER_JOUR = LocalDate.of(2022, 6, 7);
    static final int JOURS_AU_PLUS = 60;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OptionsSimulateur options;
    private final Debit debit;

    ReglesDeca(OptionsSimulateur options) {
        this.options = options;
        this.debit = new Debit(options.debit());
    }

    void laissePasser(Extrait extrait, String authorization) throws Refus {
        var compte = extrait == Extrait.LBA ? options.lba() : options.tba();
        if (!compte.ouvre(authorization)) {
            throw new Refus(401, "Identifiants refusés pour cet extrait");
        }
        var heure = maintenant().toLocalTime();
        if (!options.ouverture().contient(heure)) {
            var message = "Service ouvert de " + options.ouverture().de() + " à "
                    + options.ouverture().a();
            throw new Refus(503, message, options.ouverture().attente(heure));
        }
        if (!debit.passe(System.nanoTime())) {
            throw new Refus(429, "Trop de demandes : " + options.debit() + " par seconde au plus", 1);
        }
    }

    /** The request that this body makes, as a first try. */
    Demande lit(Extrait extrait, byte[] corps) throws Refus {
        var demande = analyse(corps);
        var debut = jour(demande, "dateDebut");
        var fin = jour(demande, "dateFin");
        var page = demande.path("page");
        if (!page.isInt() || page.intValue() < 1) {
            throw new Refus(400, "page : un entier à partir de 1 est attendu");
        }
        if (fin.isBefore(debut)) {
            throw new Refus(400, "dateFin précède dateDebut");
        }
        if (debut.isBefore(PREMIER_JOUR)) {
            throw new Refus(400, "Aucune donnée avant le " + PREMIER_JOUR);
        }
        if (!fin.isBefore(maintenant().toLocalDate())) {
            throw new Refus(400, "dateFin : la veille au plus tard");
        }
        if (ChronoUnit.DAYS.between(debut, fin) >= JOURS_AU_PLUS) {
            throw new Refus(400, "Période de " + JOURS_AU_PLUS + " jours au plus");
        }
        return new Demande(extrait, debut, fin, page.intValue(), 1);
    }

    private ZonedDateTime maintenant() {
        return options.horloge().instant().atZone(PARIS);
    }

    private static JsonNode analyse(byte[] corps) throws Refus {
        try {
            var arbre = JSON.readTree(new String(corps, StandardCharsets.UTF_8));
            if (arbre != null && arbre.isObject()) {
                return arbre;
            }
        } catch (JsonProcessingException e) {
            throw new Refus(400, "Le corps n'est pas du JSON");
        }
        throw new Refus(400, "Le corps n'est pas un objet JSON");
    }

    private static LocalDate jour(JsonNode demande, String nom) throws Refus {
        try {
            return LocalDate.parse(demande.path(nom).asText());
        } catch (DateTimeParseException e) {
            throw new Refus(400, nom + " : une date AAAA-MM-JJ est attendue");
        }
    }
}
