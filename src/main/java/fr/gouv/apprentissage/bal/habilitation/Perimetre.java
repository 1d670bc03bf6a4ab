package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows that an habilitation reaches: a null key sets no bound, an empty list reaches no row, all keys must hold on one record. */
@Description("Rows that the habilitation reaches. An absent key sets no bound; several keys must all hold.")
public record Perimetre(
        List<String> regions,
        List<String> academies,
        List<String> departements,
        List<Siret> organismes,
        List<Siren> sirens,
        List<String> opcos,
        List<String> sources,
        List<StatutApprenant> statuts) {

    /** Reaches every row. */
    public static final Perimetre SANS_BORNE = new Perimetre(null, null, null, null, null, null, null, null);

    /** Its bounds by key, as texts; a key that sets no bound is not there. */
    public Map<String, List<String>> bornes() {
        var bornes = new TreeMap<String, List<String>>();
        borne(bornes, "regions", regions, texte -> texte);
        borne(bornes, "academies", academies, texte -> texte);
        borne(bornes, "departements", departements, texte -> texte);
        borne(bornes, "organismes", organismes, Siret::valeur);
        borne(bornes, "sirens", sirens, Siren::valeur);
        borne(bornes, "opcos", opcos, texte -> texte);
        borne(bornes, "sources", sources, texte -> texte);
        borne(bornes, "statuts", statuts, Enum::name);
        return bornes;
    }

    /**
     * Its bounds as one text that no other perimeter has, empty where it sets none: {@code cle=valeur,valeur;cle=valeur}, keys and values sorted,
     * values percent-encoded.
     */
    public Optional<String> texte() {
        var texte = bornes().entrySet().stream()
                .map(borne -> borne.getKey() + "="
                        + borne.getValue().stream()
                                .map(valeur -> URLEncoder.encode(valeur, StandardCharsets.UTF_8))
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
        return Optional.of(texte).filter(present -> !present.isEmpty());
    }

    private static <T> void borne(
            Map<String, List<String>> bornes, String cle, List<T> valeurs, Function<T, String> texte) {
        if (valeurs != null) {
            bornes.put(cle, valeurs.stream().map(texte).toList());
        }
    }
}
