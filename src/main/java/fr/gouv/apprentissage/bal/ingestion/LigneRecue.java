package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A row that was read and checked; what is personal in it is sealed from here on.
 *
 * @param cle parts of the record's natural key, in the order of {@link GenreIndex#CLE_CONTRAT}; absent ones null
 * @param identite what the record is matched by
 * @param personnels personal values by column; an absent one is not there
 * @param clairs other values by column, as PostgreSQL writes them in text; an absent one is not there
 * @param index values by which the record is found, beside its identity
 * @param contacts what the row says besides of who writes with whom: facts of their own, which do not live under the record
 * @param signalements doubts
 */
public record LigneRecue(
        List<Sealed<?>> cle,
        IdentiteRecue identite,
        Map<String, Sealed<?>> personnels,
        Map<String, String> clairs,
        List<ValeurIndexee> index,
        List<FaitDeContact> contacts,
        List<String> signalements)
        implements LigneLue {

    /**
     * A value by which records are found.
     *
     * @param colonne column that holds it, alone or in a list
     * @param genre kind of index
     * @param valeur the value
     */
    public record ValeurIndexee(String colonne, GenreIndex genre, Sealed<?> valeur) {}

    public LigneRecue {
        cle = Collections.unmodifiableList(new ArrayList<>(cle));
        personnels = Map.copyOf(personnels);
        clairs = Map.copyOf(clairs);
        index = List.copyOf(index);
        contacts = List.copyOf(contacts);
        signalements = List.copyOf(signalements);
    }
}
