package fr.gouv.apprentissage.bal.ingestion.sortie;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param adresse where, parameters included
 * @param entetes by name
 * @param corps of a POST; empty: a GET
 */
public record Demande(URI adresse, Map<String, String> entetes, Optional<String> corps) {

    public Demande {
        entetes = Map.copyOf(entetes);
    }

    /** A GET, its parameters encoded. */
    public static Demande lis(URI adresse, Map<String, String> parametres) {
        var texte = adresse.toString() + (parametres.isEmpty() ? "" : "?" + formulaire(parametres));
        return new Demande(URI.create(texte), Map.of(), Optional.empty());
    }

    /** A POST of a form. */
    public static Demande formulaire(URI adresse, Map<String, String> champs) {
        return new Demande(
                adresse, Map.of("Content-Type", "application/x-www-form-urlencoded"), Optional.of(formulaire(champs)));
    }

    /** A POST of JSON. */
    public static Demande json(URI adresse, String corps) {
        return new Demande(adresse, Map.of("Content-Type", "application/json"), Optional.of(corps));
    }

    /** The same with one header more. */
    public Demande avec(String entete, String valeur) {
        var tous = new LinkedHashMap<>(entetes);
        tous.put(entete, valeur);
        return new Demande(adresse, tous, corps);
    }

    private static String formulaire(Map<String, String> champs) {
        return champs.entrySet().stream()
                .map(champ -> encode(champ.getKey()) + "=" + encode(champ.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8);
    }

    /** Without the address: parameters of some sources are personal. */
    @Override
    public String toString() {
        return "demande à " + adresse.getHost();
    }
}
