package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.passerelle.oracle.Cas.Mot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Filters: every criterion, empty lists, nulls, ids of others, the same number written in other ways. */
final class FiltreAuHasard {

    private static final List<String> CONTRATS = List.of(
            "ids",
            "modifieDepuis",
            "alternant",
            "employeurSiret",
            "employeurSiren",
            "organismeSiret",
            "cfd",
            "region",
            "departement",
            "statut",
            "debutDu",
            "debutAu",
            "rupture");
    private static final List<String> PERSONNES = List.of("ine", "courriel", "telephone", "identite");
    private static final List<String> NOMS = List.of("le gall", "LEGALL", "keradec", "OBRIAN", "Ysande", "Inconnu");
    private static final List<String> PRENOMS =
            List.of("zoe", "Jean Luc", "anaelle", "zoe anaelle", "Zoé Jean-Luc", "personne");
    private static final List<String> TELEPHONES =
            List.of("06 12 34 56 78", "+33299123456", "0712345678", "+33600000000");

    private final Hasard hasard;
    private final Monde monde;
    private final List<String> ids;

    /**
     * Filters about this world.
     *
     * @param ids those that the client may have, and some that it may not
     */
    FiltreAuHasard(Hasard hasard, Monde monde, List<String> ids) {
        this.hasard = hasard;
        this.monde = monde;
        this.ids = ids;
    }

    /** The value of a filter of contracts, null for none. */
    Object contrats() {
        if (hasard.une(1, 3)) {
            return null;
        }
        return tire(hasard.quelques(CONTRATS, 0, hasard.une(2, 3) ? 1 : 3));
    }

    Object personnes() {
        var criteres = hasard.quelques(PERSONNES, hasard.une(1, 15) ? 0 : 1, hasard.une(2, 3) ? 1 : 2);
        return monde.personnes().isEmpty() || hasard.une(1, 3) ? tire(criteres) : dUnePersonne(criteres);
    }

    /** What the records of one person state, each criterion from any of them. */
    private Object dUnePersonne(List<String> criteres) {
        var fiches = monde.de(hasard.un(monde.personnes()));
        var filtre = new LinkedHashMap<String, Object>();
        criteres.forEach(critere -> filtre.put(critere, dit(hasard.un(fiches), critere)));
        return filtre;
    }

    private Object dit(Fiche fiche, String critere) {
        var autre = critere(critere);
        return switch (critere) {
            case "ine" -> fiche.valeur("Personne.ine").orElse(autre);
            case "courriel" -> premier(fiche, "Personne.courriels", autre);
            case "telephone" -> premier(fiche, "Personne.telephones", autre);
            default -> identite(fiche, autre);
        };
    }

    private static Object premier(Fiche fiche, String coordonnee, Object autre) {
        var valeurs = (List<?>) fiche.valeur(coordonnee).orElse(List.of());
        return valeurs.isEmpty() ? autre : Valeurs.texte(valeurs.get(0));
    }

    private static Object identite(Fiche fiche, Object autre) {
        var nom = fiche.valeur("Personne.nom");
        var prenoms = fiche.valeur("Personne.prenoms");
        var naissance = fiche.valeur("Personne.dateNaissance");
        return nom.isEmpty() || prenoms.isEmpty() || naissance.isEmpty()
                ? autre
                : Map.of(
                        "nom", nom.get(),
                        "prenom",
                                String.join(
                                        "-",
                                        ((List<?>) prenoms.get())
                                                .stream().map(Object::toString).toList()),
                        "dateNaissance", naissance.get().toString());
    }

    private Object tire(List<String> criteres) {
        var filtre = new LinkedHashMap<String, Object>();
        criteres.forEach(critere -> filtre.put(critere, hasard.une(1, 15) ? null : critere(critere)));
        return filtre;
    }

    /** The same filter, with a variable at the place of some of its values. */
    String texte(Cas cas, String type, Supplier<Object> filtre) {
        if (hasard.une(1, 3)) {
            return cas.variable(type, filtre);
        }
        var valeur = filtre.get();
        if (!(valeur instanceof Map<?, ?> champs)) {
            return Cas.litteral(valeur);
        }
        var textes = new ArrayList<String>();
        champs.forEach((nom, contenu) -> textes.add(nom + ": "
                + (hasard.une(1, 2)
                        ? cas.variable(type((String) nom), () -> critere((String) nom))
                        : Cas.litteral(contenu))));
        return "{" + String.join(", ", textes) + "}";
    }

    private static String type(String critere) {
        return switch (critere) {
            case "ids" -> "[ID!]";
            case "modifieDepuis" -> "DateTime";
            case "alternant" -> "PersonneFiltre";
            case "employeurSiret", "organismeSiret" -> "[Siret!]";
            case "employeurSiren" -> "[Siren!]";
            case "cfd" -> "[Cfd!]";
            case "region", "departement" -> "[String!]";
            case "statut" -> "[StatutContrat!]";
            case "debutDu", "debutAu" -> "Date";
            case "rupture" -> "Boolean";
            case "courriel" -> "Email";
            case "identite" -> "IdentiteFiltre";
            default -> "String";
        };
    }

    private Object critere(String critere) {
        return switch (critere) {
            case "ids" -> hasard.quelques(ids, 0, 4);
            case "modifieDepuis" -> Depot.moment(hasard.entre(0, 4) * 3600L).toString();
            case "alternant" -> hasard.une(1, 15) ? Map.of() : personnes();
            case "employeurSiret" -> liste(Hasard.EMPLOYEURS);
            case "employeurSiren" ->
                hasard.quelques(Hasard.EMPLOYEURS, 0, 2).stream()
                        .map(siret -> siret.substring(0, 9))
                        .toList();
            case "organismeSiret" -> liste(Hasard.SIRETS);
            case "cfd" -> liste(Hasard.CFDS);
            case "region" -> liste(Hasard.REGIONS);
            case "departement" -> liste(Hasard.DEPARTEMENTS);
            case "statut" ->
                hasard.quelques(List.of("ACTIF", "ROMPU", "ANNULE"), 0, 2).stream()
                        .map(Mot::new)
                        .toList();
            case "debutDu" -> hasard.une(1, 15) ? "9999-12-31" : hasard.un(Hasard.DATES);
            case "debutAu" -> hasard.une(1, 15) ? "9999-12-31" : hasard.un(Hasard.DATES);
            case "rupture" -> hasard.une(1, 2);
            case "ine" -> hasard.un(Hasard.INES);
            case "courriel" -> hasard.un(Hasard.COURRIELS).toUpperCase(java.util.Locale.ROOT);
            case "telephone" -> hasard.un(TELEPHONES);
            default ->
                Map.of(
                        "nom", hasard.un(NOMS),
                        "prenom", hasard.un(PRENOMS),
                        "dateNaissance", hasard.un(Hasard.NAISSANCES));
        };
    }

    private List<String> liste(List<String> valeurs) {
        return hasard.quelques(valeurs, hasard.une(1, 8) ? 0 : 1, 2);
    }
}
