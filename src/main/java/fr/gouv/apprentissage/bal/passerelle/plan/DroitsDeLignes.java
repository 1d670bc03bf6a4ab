package fr.gouv.apprentissage.bal.passerelle.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import java.util.BitSet;

/** What is granted on a row, by the perimeters that cover it. Rows with one coverage share the answer. */
public final class DroitsDeLignes {

    private static final int COUVERTURES_GARDEES = 200;

    private final Droits droits;
    private final Catalogue catalogue;
    private final Cache<BitSet, DroitsDeLigne> parCouverture =
            Caffeine.newBuilder().maximumSize(COUVERTURES_GARDEES).build();

    DroitsDeLignes(Droits droits, Catalogue catalogue) {
        this.droits = droits;
        this.catalogue = catalogue;
    }

    /** The rights on a row that these perimeters cover. */
    public DroitsDeLigne de(BitSet couverture) {
        return parCouverture.get(couverture, bits -> new DroitsDeLigne(droits, catalogue, bits));
    }
}
