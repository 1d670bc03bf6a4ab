package fr.gouv.apprentissage.bal.connecteur.francetravail;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A row while it is read. What is badly formed is dropped and told of; the address leaves it sealed. */
final class OffreEnLecture {

    private static final String ID = "id";
    private static final String SIRET = "entreprise.siret";
    private static final String COURRIEL = "contact.courriel";
    private static final String NATURE = "natureContrat";
    private static final String CREATION = "dateCreation";
    private static final String ACTUALISATION = "dateActualisation";

    /** What is read; nothing else is. */
    static final Set<String> CHAMPS = Set.of(ID, SIRET, COURRIEL, NATURE, CREATION, ACTUALISATION);

    static final Set<String> CONTENANTS = Set.of("entreprise", "contact");

    /** How long an address may be trusted, in days (domain.md §1.2). */
    static final int CONFIANCE = 30;

    static final String SOURCE = "FRANCE_TRAVAIL";

    /** Who publishes offers for others: an adviser's address says nothing of the establishment. */
    private static final List<String> INTERMEDIAIRES =
            List.of("francetravail.fr", "francetravail.net", "pole-emploi.fr", "pole-emploi.net");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern FORME_ID = Pattern.compile("[0-9A-Za-z_-]{1,40}");
    private static final Pattern FORME_NATURE = Pattern.compile("[0-9A-Z]{2}");

    /** PostgreSQL holds fewer years than Java. */
    private static final Instant PREMIER = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant DERNIER = Instant.parse("2200-01-01T00:00:00Z");

    private final Map<String, Object> valeurs = new HashMap<>();
    private final List<String> signalements = new ArrayList<>();

    void place(String champ, String texte) {
        if (texte.isBlank()) {
            return;
        }
        switch (champ) {
            case ID -> lis(champ, texte, un -> forme(FORME_ID, un));
            case NATURE -> lis(champ, texte, un -> forme(FORME_NATURE, un));
            case SIRET -> lis(champ, texte, Siret::lis);
            case CREATION, ACTUALISATION -> lis(champ, texte, OffreEnLecture::moment);
            case COURRIEL -> {
                // Most offers have a sentence here, on where to apply.
                if (texte.indexOf('@') >= 0) {
                    lis(champ, texte, Courriel::lis);
                }
            }
            default -> throw new IllegalArgumentException(champ);
        }
    }

    /** Something else stands where a text is expected. */
    void ecarte(String champ) {
        valeurs.remove(champ);
        signalements.add("VALEUR_ECARTEE:" + champ);
    }

    /**
     * @param empreinte of the row, which tells it from others when it has no id
     * @param forme what it looks like
     */
    OffreLue finie(boolean entiere, String empreinte, JsonNode forme, Instant vuLe) {
        Optional<String> id = valeur(ID);
        if (!entiere || id.isEmpty()) {
            signalements.add(entiere ? "OFFRE_SANS_ID" : "LIGNE_ILLISIBLE");
        }
        var ligne = new LigneDeFait(id.isPresent() ? fait(vuLe).stream().toList() : List.of(), signalements);
        return new OffreLue(id.orElse(empreinte), id.map(this::offre), entiere, ligne, forme);
    }

    private Offre offre(String id) {
        Optional<Siret> siret = valeur(SIRET);
        return new Offre(id, siret.map(Siret::valeur), valeur(NATURE), valeur(CREATION), valeur(ACTUALISATION));
    }

    /**
     * The source vouches for the address alone: who writes the offer may be a recruiter, whose domain is not the establishment's.
     */
    private Optional<FaitDeContact> fait(Instant vuLe) {
        Optional<Siret> siret = valeur(SIRET);
        Optional<Courriel> courriel = valeur(COURRIEL);
        return courriel.filter(un -> !dIntermediaire(un.domaine())).flatMap(un -> siret.flatMap(Siret::siren)
                .map(siren -> new FaitDeContact(
                        siren,
                        siret,
                        Optional.of(Sealed.recu(un)),
                        Optional.empty(),
                        SOURCE,
                        false,
                        vuLe,
                        LocalDate.ofInstant(vuLe, PARIS).plusDays(CONFIANCE))));
    }

    private static boolean dIntermediaire(String domaine) {
        return INTERMEDIAIRES.stream().anyMatch(un -> domaine.equals(un) || domaine.endsWith("." + un));
    }

    private void lis(String champ, String texte, Function<String, Object> lecteur) {
        try {
            valeurs.put(champ, lecteur.apply(texte));
        } catch (IdentifiantInvalide | DateTimeException malForme) {
            ecarte(champ);
        }
    }

    private static String forme(Pattern forme, String texte) {
        if (!forme.matcher(texte).matches()) {
            throw new DateTimeException("forme inattendue");
        }
        return texte;
    }

    private static Instant moment(String texte) {
        var moment = Instant.parse(texte);
        if (moment.isBefore(PREMIER) || moment.isAfter(DERNIER)) {
            throw new DateTimeException("hors des années");
        }
        return moment;
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> valeur(String champ) {
        return Optional.ofNullable((T) valeurs.get(champ));
    }
}
