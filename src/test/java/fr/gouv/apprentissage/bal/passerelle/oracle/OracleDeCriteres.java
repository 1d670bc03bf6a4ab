package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.identifiant.Ine;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** schema.graphql, ContratFiltre and PersonneFiltre: what each criterion needs, and what it matches. */
final class OracleDeCriteres {

    private static final Map<String, List<String>> PAR = Map.ofEntries(
            Map.entry("ids", List.of()),
            Map.entry("modifieDepuis", List.of("Contrat.sources")),
            Map.entry("alternant", List.of("Contrat.alternant")),
            Map.entry("employeurSiret", List.of("Employeur.siret")),
            Map.entry("employeurSiren", List.of("Employeur.siren")),
            Map.entry("organismeSiret", List.of("Contrat.organismeFormation")),
            Map.entry("cfd", List.of("Contrat.certification")),
            Map.entry("region", List.of("Contrat.organismeFormation")),
            Map.entry("departement", List.of("Contrat.organismeFormation")),
            Map.entry("statut", List.of("Contrat.statut")),
            Map.entry("debutDu", List.of("Contrat.dateDebut")),
            Map.entry("debutAu", List.of("Contrat.dateDebut")),
            Map.entry("rupture", List.of("Contrat.dateRupture")),
            Map.entry("ine", List.of("Personne.ine")),
            Map.entry("courriel", List.of("Personne.courriels")),
            Map.entry("telephone", List.of("Personne.telephones")),
            Map.entry("identite", List.of("Personne.nom", "Personne.prenoms", "Personne.dateNaissance")));

    private final Monde monde;
    private final OracleDeDroits droits;
    private final Map<String, Long> ids;

    /** @param ids the ids that this client was given, and the contracts that they stand for */
    OracleDeCriteres(Monde monde, OracleDeDroits droits, Map<String, Long> ids) {
        this.monde = monde;
        this.droits = droits;
        this.ids = ids;
    }

    /** The coordinates on which the criterion needs FILTRER. */
    static List<String> par(String critere) {
        return PAR.get(critere);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> champs(Object filtre) {
        return filtre == null ? Map.of() : (Map<String, Object>) filtre;
    }

    /** Whether a visible contract meets every criterion, each of which reaches only rows that are covered by who grants it. */
    boolean contrat(Fiche fiche, Map<String, Object> filtre) {
        for (var critere : filtre.entrySet()) {
            if (!atteint(fiche, critere.getKey()) || !dit(fiche, critere.getKey(), critere.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether for each criterion some record, not necessarily the same, states it of the person. */
    boolean personne(long personne, Map<String, Object> filtre) {
        for (var critere : filtre.entrySet()) {
            var trouve = false;
            for (Fiche fiche : monde.de(personne)) {
                trouve |= droits.visible(fiche)
                        && atteint(fiche, critere.getKey())
                        && dit(fiche, critere.getKey(), critere.getValue());
            }
            if (!trouve) {
                return false;
            }
        }
        return true;
    }

    private boolean atteint(Fiche fiche, String critere) {
        for (String coordonnee : par(critere)) {
            if (!droits.accordeIci(fiche, coordonnee, Acces.FILTRER)) {
                return false;
            }
        }
        return true;
    }

    private boolean dit(Fiche fiche, String critere, Object voulu) {
        return switch (critere) {
            case "ids" -> liste(voulu).stream().anyMatch(id -> ids.containsKey(id) && ids.get(id) == fiche.id());
            case "modifieDepuis" -> !fiche.modifieLe().isBefore(OffsetDateTime.parse((String) voulu));
            case "alternant" ->
                champs(voulu).isEmpty() || fiche.personne() != null && personne(fiche.personne(), champs(voulu));
            case "employeurSiret" -> un(fiche, "Employeur.siret", voulu);
            case "employeurSiren" -> un(fiche, "Employeur.siren", voulu);
            case "organismeSiret" -> liste(voulu).contains(fiche.code("formation_siret"));
            case "cfd" -> liste(voulu).contains(fiche.code("cfd"));
            case "region" -> liste(voulu).contains(fiche.code("region"));
            case "departement" -> liste(voulu).contains(fiche.code("departement"));
            case "statut" -> un(fiche, "Contrat.statut", voulu);
            case "debutDu" -> debut(fiche) != null && !debut(fiche).isBefore(LocalDate.parse((String) voulu));
            case "debutAu" -> debut(fiche) != null && !debut(fiche).isAfter(LocalDate.parse((String) voulu));
            case "rupture" -> fiche.valeur("Contrat.dateRupture").isPresent() == (Boolean) voulu;
            case "ine" -> un(fiche, "Personne.ine", Ine.lis((String) voulu).valeur());
            case "courriel" ->
                unDe(fiche, "Personne.courriels", ((String) voulu).trim().toLowerCase(Locale.ROOT));
            case "telephone" ->
                unDe(fiche, "Personne.telephones", Telephone.lis((String) voulu).valeur());
            default -> identite(fiche, champs(voulu));
        };
    }

    private static boolean identite(Fiche fiche, Map<String, Object> voulue) {
        if (fiche.valeur("Personne.nom").isEmpty()
                || fiche.valeur("Personne.prenoms").isEmpty()
                || fiche.valeur("Personne.dateNaissance").isEmpty()) {
            return false;
        }
        var prenoms = String.join(
                " ",
                ((List<?>) fiche.valeur("Personne.prenoms").get())
                        .stream().map(Object::toString).toList());
        return Valeurs.plie((String) fiche.valeur("Personne.nom").get())
                        .equals(Valeurs.plie((String) voulue.get("nom")))
                && Valeurs.plie(prenoms).equals(Valeurs.plie((String) voulue.get("prenom")))
                && fiche.valeur("Personne.dateNaissance").get().toString().equals(voulue.get("dateNaissance"));
    }

    private static boolean un(Fiche fiche, String coordonnee, Object voulus) {
        return fiche.valeur(coordonnee)
                .filter(valeur -> liste(voulus).contains(Valeurs.texte(valeur)))
                .isPresent();
    }

    private static boolean unDe(Fiche fiche, String coordonnee, String voulu) {
        return fiche.valeur(coordonnee).stream()
                .flatMap(valeurs -> ((List<?>) valeurs).stream())
                .anyMatch(valeur -> Valeurs.texte(valeur).equals(voulu));
    }

    private static LocalDate debut(Fiche fiche) {
        return (LocalDate) fiche.valeurs().get("Contrat.dateDebut");
    }

    /** A single value stands for the list of it. */
    private static Collection<?> liste(Object valeur) {
        return valeur instanceof Collection<?> liste ? new ArrayList<>(liste) : Arrays.asList(valeur);
    }
}
