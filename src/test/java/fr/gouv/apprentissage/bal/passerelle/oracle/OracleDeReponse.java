package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Curseur;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Faute;
import fr.gouv.apprentissage.bal.passerelle.oracle.Lu.Champ;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers an operation the slow way: every row is looked at, every field asked for its right. */
final class OracleDeReponse {

    private final Monde monde;
    private final OracleDeDroits droits;
    private final GraphQLSchema schema;
    private final Connus connus;

    /**
     * What this client was given before.
     *
     * @param contrats ids and the contracts that they stand for
     * @param personnes ids and the persons that they stand for
     * @param curseurs cursors and the rows that they stand after
     */
    record Connus(Map<String, Long> contrats, Map<String, Long> personnes, Map<String, Long> curseurs) {}

    OracleDeReponse(Monde monde, OracleDeDroits droits, GraphQLSchema schema, Connus connus) {
        this.monde = monde;
        this.droits = droits;
        this.schema = schema;
        this.connus = connus;
    }

    Attendu reponds(Document document, Map<String, Object> variables, boolean stricte) {
        var lu = new Lu(document, variables);
        var parcours = new OracleDeRefus(lu, droits, schema).parcours(stricte);
        if (!parcours.refus().isEmpty()) {
            return Attendu.refuse(parcours.refus());
        }
        var invalides = new OracleDArguments(lu, connus).fautes();
        if (!invalides.isEmpty()) {
            return Attendu.refuse(invalides);
        }
        var journal = new OracleDuJournal(droits);
        var objets = new OracleDObjets(lu, monde, droits, journal);
        var donnees = new LinkedHashMap<String, Object>();
        for (Champ racine : lu.racines()) {
            donnees.put(racine.cle(), racine(lu, racine, objets, journal));
        }
        var erreurs = new LinkedHashSet<>(parcours.champs());
        objets.horsPerimetre()
                .forEach((coordonnee, lignes) -> erreurs.add(new Faute(
                        "CHAMP_NON_HABILITE",
                        coordonnee,
                        "HORS_PERIMETRE",
                        lignes.size(),
                        parcours.chemins().get(coordonnee))));
        return new Attendu(Set.of(), donnees, erreurs, journal.entree());
    }

    private Object racine(Lu lu, Champ champ, OracleDObjets objets, OracleDuJournal journal) {
        var arguments = lu.arguments(champ);
        return switch (champ.nom()) {
            case "contrat" ->
                contrat(arguments.get("id"))
                        .map(fiche -> (Object) objets.contrat(fiche, champ))
                        .orElse(null);
            case "personne" -> {
                var personne = connus.personnes().get(arguments.get("id"));
                yield personne == null
                        ? null
                        : objets.personne(monde.fusions().getOrDefault(personne, personne), champ);
            }
            case "contrats" -> contrats(lu, champ, arguments, objets, journal);
            default -> personnes(lu, champ, arguments, objets, journal);
        };
    }

    private Optional<Fiche> contrat(Object id) {
        return monde.fiches().stream()
                .filter(fiche ->
                        Long.valueOf(fiche.id()).equals(connus.contrats().get(id)) && droits.visible(fiche))
                .findFirst();
    }

    private Object contrats(
            Lu lu, Champ champ, Map<String, Object> arguments, OracleDObjets objets, OracleDuJournal journal) {
        var criteres = new OracleDeCriteres(monde, droits, connus.contrats());
        var filtre = OracleDeCriteres.champs(arguments.get("filtre"));
        cherche(journal, OracleDeCriteres.champs(filtre.get("alternant")));
        var tri = (String) arguments.get("tri");
        var lignes = new ArrayList<Fiche>();
        for (Fiche fiche : monde.fiches()) {
            var triable = tri == null
                    || droits.accordeIci(
                            fiche, "Contrat.dateDebut", fr.gouv.apprentissage.bal.habilitation.Acces.TRIER);
            if (droits.visible(fiche) && triable && criteres.contrat(fiche, filtre)) {
                lignes.add(fiche);
            }
        }
        lignes.sort(ordre(tri));
        Function<Fiche, Boolean> comptee =
                fiche -> droits.meilleur(fiche, "ContratConnection.totalCount").isPresent();
        return page(lu, champ, "Contrat", arguments, lignes, Fiche::id, comptee, objets::contrat, journal);
    }

    /** An unknown start is after all others. */
    private static Comparator<Fiche> ordre(String tri) {
        Comparator<Fiche> parDebut = Comparator.comparing((Fiche fiche) ->
                        (LocalDate) fiche.valeur("Contrat.dateDebut").orElse(LocalDate.MAX))
                .thenComparing(Fiche::id);
        if (tri == null) {
            return Comparator.comparing(Fiche::id);
        }
        return tri.equals("DATE_DEBUT") ? parDebut : parDebut.reversed();
    }

    private Object personnes(
            Lu lu, Champ champ, Map<String, Object> arguments, OracleDObjets objets, OracleDuJournal journal) {
        var criteres = new OracleDeCriteres(monde, droits, connus.contrats());
        var filtre = OracleDeCriteres.champs(arguments.get("filtre"));
        cherche(journal, filtre);
        var lignes = new ArrayList<Long>();
        for (Long personne : monde.personnes()) {
            if (monde.de(personne).stream().anyMatch(droits::contribue) && criteres.personne(personne, filtre)) {
                lignes.add(personne);
            }
        }
        Function<Long, Boolean> comptee = personne -> monde.de(personne).stream()
                .anyMatch(fiche -> droits.contribue(fiche)
                        && droits.meilleur(fiche, "PersonneConnection.totalCount")
                                .isPresent());
        return page(lu, champ, "Personne", arguments, lignes, id -> id, comptee, objets::personne, journal);
    }

    private static void cherche(OracleDuJournal journal, Map<String, Object> filtre) {
        filtre.keySet().forEach(critere -> OracleDeCriteres.par(critere).forEach(journal::cherche));
    }

    private <T> Object page(
            Lu lu,
            Champ champ,
            String type,
            Map<String, Object> arguments,
            List<T> lignes,
            Function<T, Long> id,
            Function<T, Boolean> comptee,
            java.util.function.BiFunction<T, Champ, Object> objet,
            OracleDuJournal journal) {
        var apres = Optional.ofNullable(arguments.get("after")).map(connus.curseurs()::get);
        var debut = apres.map(ligne -> lignes.stream().map(id).toList().indexOf(ligne) + 1)
                .orElse(0);
        var fin = Math.min(lignes.size(), debut + (Integer) arguments.getOrDefault("first", 20));
        var montrees = lignes.subList(debut, fin);
        var reponse = new LinkedHashMap<String, Object>();
        for (Champ sous : lu.sous(champ)) {
            reponse.put(
                    sous.cle(),
                    switch (sous.nom()) {
                        case "__typename" -> type + "Connection";
                        case "totalCount" -> total(type, lignes, comptee, journal);
                        case "nodes" -> liste(montrees, ligne -> objet.apply(ligne, sous));
                        case "edges" -> liste(montrees, ligne -> arete(lu, sous, type, ligne, id, objet));
                        default -> info(lu, sous, montrees, id, fin < lignes.size(), apres.isPresent());
                    });
        }
        return reponse;
    }

    private <T> Object total(String type, List<T> lignes, Function<T, Boolean> comptee, OracleDuJournal journal) {
        var coordonnee = type + "Connection.totalCount";
        if (!droits.accordeQuelquePart(coordonnee, fr.gouv.apprentissage.bal.habilitation.Acces.LIRE)) {
            return null;
        }
        journal.compte(coordonnee);
        return (int) lignes.stream().filter(comptee::apply).count();
    }

    private static <T> Object arete(
            Lu lu,
            Champ champ,
            String type,
            T ligne,
            Function<T, Long> id,
            java.util.function.BiFunction<T, Champ, Object> objet) {
        var arete = new LinkedHashMap<String, Object>();
        for (Champ sous : lu.sous(champ)) {
            arete.put(
                    sous.cle(),
                    switch (sous.nom()) {
                        case "__typename" -> type + "Edge";
                        case "cursor" -> new Curseur(id.apply(ligne));
                        default -> objet.apply(ligne, sous);
                    });
        }
        return arete;
    }

    private static <T> Object info(
            Lu lu, Champ champ, List<T> montrees, Function<T, Long> id, boolean suite, boolean avant) {
        var info = new LinkedHashMap<String, Object>();
        for (Champ sous : lu.sous(champ)) {
            info.put(
                    sous.cle(),
                    switch (sous.nom()) {
                        case "__typename" -> "PageInfo";
                        case "hasNextPage" -> suite;
                        case "hasPreviousPage" -> avant;
                        case "startCursor" -> montrees.isEmpty() ? null : new Curseur(id.apply(montrees.get(0)));
                        default -> montrees.isEmpty() ? null : new Curseur(id.apply(montrees.get(montrees.size() - 1)));
                    });
        }
        return info;
    }

    private static <T> List<Object> liste(List<T> lignes, Function<T, Object> objet) {
        var liste = new ArrayList<Object>();
        lignes.forEach(ligne -> liste.add(objet.apply(ligne)));
        return liste;
    }
}
