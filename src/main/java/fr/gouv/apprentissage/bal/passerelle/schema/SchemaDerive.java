package fr.gouv.apprentissage.bal.passerelle.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema as it was derived.
 *
 * @param sdl text of all its definitions
 * @param racines its root fields
 * @param objets records of its object types, by name
 * @param enums its enums, by name
 */
public record SchemaDerive(
        String sdl, List<RacineDeSchema> racines, Map<String, Class<?>> objets, Map<String, Class<?>> enums) {
    public SchemaDerive {
        racines = List.copyOf(racines);
        objets = Map.copyOf(new TreeMap<>(objets));
        enums = Map.copyOf(new TreeMap<>(enums));
    }
}
