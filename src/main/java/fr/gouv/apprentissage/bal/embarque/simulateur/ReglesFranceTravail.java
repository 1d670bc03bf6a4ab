package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What France Travail's search accepts (domain.md §4), and the messages of what it does not. */
final class ReglesFranceTravail {

    private static final Pattern PLAGE = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})");
    private static final Set<String> NATURES = Set.of("E1", "E2", "FS", "FT", "CC", "CI");

    private final OptionsFranceTravail options;

    ReglesFranceTravail(OptionsFranceTravail options) {
        this.options = options;
    }

    /** The search that this query makes, as a first try. */
    DemandeOffres lit(Requete requete) throws Refus {
        var champs = requete.parametres();
        var plage = PLAGE.matcher(champs.getOrDefault("range", "0-" + (options.page() - 1)));
        if (!plage.matches()) {
            throw new Refus(400, "Format du paramètre « range » incorrect. <entier>-<entier> attendu.");
        }
        int debut = Integer.parseInt(plage.group(1));
        int fin = Integer.parseInt(plage.group(2));
        if (debut > options.mur()) {
            throw new Refus(400, "La position de début doit être inférieure ou égale à " + options.mur() + ".");
        }
        if (fin < debut || fin - debut >= options.page()) {
            throw new Refus(400, "La plage de résultats demandée est trop importante.");
        }
        var natures = champs.containsKey("natureContrat")
                ? Set.of(champs.get("natureContrat").split(","))
                : Set.<String>of();
        exige(NATURES.containsAll(natures), "natureContrat");
        var departement = Optional.ofNullable(champs.get("departement"));
        exige(departement.isEmpty() || Territoires.departements().containsKey(departement.get()), "departement");
        var domaine = Optional.ofNullable(champs.get("grandDomaine"));
        exige(domaine.isEmpty() || domaine.get().matches("[A-N]"), "grandDomaine");
        return new DemandeOffres(
                departement,
                natures,
                moment(champs, "minCreationDate"),
                moment(champs, "maxCreationDate"),
                domaine,
                debut,
                fin,
                1);
    }

    private static Optional<Instant> moment(Map<String, String> champs, String nom) throws Refus {
        try {
            return Optional.ofNullable(champs.get(nom)).map(Instant::parse);
        } catch (DateTimeException illisible) {
            throw new Refus(400, "Valeur du paramètre « " + nom + " » incorrecte.");
        }
    }

    private static void exige(boolean correcte, String parametre) throws Refus {
        if (!correcte) {
            throw new Refus(400, "Valeur du paramètre « " + parametre + " » incorrecte.");
        }
    }
}
