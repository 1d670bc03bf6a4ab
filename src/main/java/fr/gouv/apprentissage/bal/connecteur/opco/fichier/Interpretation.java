package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.DomaineDeCourriel;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits.LigneDeFait;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a row of a file says. Nothing of a bad row but its reason leaves.
 *
 * @param source of the facts
 * @param vuLe when the source said it
 * @param expireLe last day on which it may be trusted
 */
record Interpretation(String source, Instant vuLe, LocalDate expireLe) {

    /** Reasons for which a row, or an address of it, is not kept. */
    static final String SIRET = "siret : mal formé";

    static final String SIREN = "siren : mal formé, ou d'une autre entreprise que le siret";
    static final String COURRIEL = "courriel : mal formé";
    static final String COLONNES = "ligne : pas autant de colonnes que l'en-tête";
    static final String LONGUEUR = "ligne : trop longue";
    static final String CELLULE = "ligne : cellule illisible";

    private static final Pattern ENTRE_ADRESSES = Pattern.compile("[,;\\s\\u00a0]+");
    private static final Pattern AUTOUR = Pattern.compile("^[{\"'<]+|[}\"'>]+$");

    static LigneDeFait ecartee(String motif) {
        return new LigneDeFait(List.of(), List.of(motif));
    }

    LigneDeFait lis(String siren, String siret, String courriels) {
        var adresses = adresses(courriels);
        if (adresses.isEmpty()) {
            return new LigneDeFait(List.of(), List.of());
        }
        var doutes = new ArrayList<String>();
        var etablissement = lis(siret, Siret::lis, SIRET, doutes);
        var entreprise = lis(siren, Siren::lis, SIREN, doutes);
        var dite = etablissement.flatMap(Siret::siren);
        if (dite.isPresent() && entreprise.isPresent() && !dite.equals(entreprise)) {
            return ecartee(SIREN);
        }
        var une = dite.or(() -> entreprise);
        if (une.isEmpty()) {
            return ecartee(SIRET);
        }
        var faits = new ArrayList<FaitDeContact>();
        for (var adresse : adresses) {
            lis(adresse, Courriel::lis, COURRIEL, doutes)
                    .ifPresent(courriel ->
                            faits.add(fait(une.get(), etablissement.filter(un -> dite.isPresent()), courriel)));
        }
        return new LigneDeFait(faits, doutes.stream().distinct().toList());
    }

    static boolean estUnSiret(String texte) {
        return lis(texte, Siret::lis, SIRET, new ArrayList<>()).isPresent();
    }

    private FaitDeContact fait(Siren siren, Optional<Siret> siret, Courriel courriel) {
        var domaine = DomaineDeCourriel.dEntreprise(courriel);
        return new FaitDeContact(
                siren, siret, Optional.of(Sealed.recu(courriel)), domaine, source, false, vuLe, expireLe);
    }

    /** Several stand between braces, commas or semicolons between them; a dash stands for none. */
    private static LinkedHashSet<String> adresses(String texte) {
        var trouvees = new LinkedHashSet<String>();
        Stream.of(ENTRE_ADRESSES.split(texte))
                .map(morceau -> AUTOUR.matcher(morceau).replaceAll(""))
                .filter(morceau -> !morceau.isEmpty() && !morceau.equals("-"))
                .forEach(trouvees::add);
        return trouvees;
    }

    private static <T> Optional<T> lis(String texte, Function<String, T> lecteur, String motif, List<String> doutes) {
        if (texte.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(lecteur.apply(texte));
        } catch (IdentifiantInvalide invalide) {
            doutes.add(motif);
            return Optional.empty();
        }
    }
}
