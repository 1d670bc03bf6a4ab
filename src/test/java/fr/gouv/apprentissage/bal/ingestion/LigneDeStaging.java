package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.scellement.Cellule;
import java.util.List;
import java.util.Map;

/** Staged rows for tests of other rooms: bytes of the column {@code contenu}. */
public final class LigneDeStaging {

    private LigneDeStaging() {}

    public static byte[] ecris(Map<String, Cellule> cellules) {
        return FormatDeStaging.ecris(new LigneScellee(cellules, List.of(), List.of()));
    }

    public static Map<String, Cellule> lis(byte[] contenu) {
        return FormatDeStaging.lis(contenu).cellules();
    }
}
