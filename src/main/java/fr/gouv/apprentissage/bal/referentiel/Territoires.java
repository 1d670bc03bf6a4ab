package fr.gouv.apprentissage.bal.referentiel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The départements, académies and regions of France: codes of the INSEE and of the education ministry, as they are in 2024. */
public final class Territoires {

    private static final String FICHIER = "territoires.csv";
    private static final Map<String, Territoire> PAR_DEPARTEMENT;
    private static final SortedMap<String, String> DEPARTEMENTS;
    private static final SortedMap<String, String> ACADEMIES;
    private static final SortedMap<String, String> REGIONS;

    static {
        var territoires = new TreeMap<String, Territoire>();
        var departements = new TreeMap<String, String>();
        var academies = new TreeMap<String, String>();
        var regions = new TreeMap<String, String>();
        contenu().lines().skip(1).map(ligne -> ligne.split(";", -1)).forEach(champs -> {
            departements.put(champs[0], champs[1]);
            academies.put(champs[2], champs[3]);
            if (!champs[4].isEmpty()) {
                regions.put(champs[4], champs[5]);
            }
            territoires.put(champs[0], new Territoire(champs[0], champs[2], champs[4].isEmpty() ? null : champs[4]));
        });
        PAR_DEPARTEMENT = Map.copyOf(territoires);
        DEPARTEMENTS = Collections.unmodifiableSortedMap(departements);
        ACADEMIES = Collections.unmodifiableSortedMap(academies);
        REGIONS = Collections.unmodifiableSortedMap(regions);
    }

    private Territoires() {}

    /** The territory of a département, empty when there is none of this code. */
    public static Optional<Territoire> duDepartement(String code) {
        return Optional.ofNullable(PAR_DEPARTEMENT.get(code));
    }

    /** Names of the départements by code. */
    public static SortedMap<String, String> departements() {
        return DEPARTEMENTS;
    }

    /** Names of the académies by code. */
    public static SortedMap<String, String> academies() {
        return ACADEMIES;
    }

    /** Names of the regions by code. */
    public static SortedMap<String, String> regions() {
        return REGIONS;
    }

    private static String contenu() {
        try (var flux = Territoires.class.getResourceAsStream(FICHIER)) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
