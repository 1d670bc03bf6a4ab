package fr.gouv.apprentissage.bal.rotation;

import static java.util.stream.Collectors.toMap;

import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every place where sealed values stand, in one order: that of their names, staging before quarantine, whereto its rows move. */
final class Places {

    private final List<LieuScelle> lieux;

    Places(Collection<LieuScelle> lieux) {
        if (lieux.isEmpty()) {
            throw new IllegalArgumentException("aucun lieu de valeurs scellées");
        }
        this.lieux =
                lieux.stream().sorted(Comparator.comparing(LieuScelle::nom)).toList();
    }

    /** Name of the first. */
    String premiere() {
        return lieux.get(0).nom();
    }

    /** The place of this name; the first where none has it any longer. */
    LieuScelle de(String nom) {
        return lieux.stream().filter(lieu -> lieu.nom().equals(nom)).findFirst().orElse(lieux.get(0));
    }

    /** Where to go on once a place is done; empty: the pass has ended. */
    Optional<Rotation.Place> apres(LieuScelle lieu) {
        return lieux.stream()
                .skip(lieux.indexOf(lieu) + 1L)
                .findFirst()
                .map(suivant -> new Rotation.Place(suivant.nom(), Optional.empty()));
    }

    /** Counts all of them in one snapshot: the caller's transaction must have none yet. */
    Preuve compte(SqlConnection connexion) {
        connexion.query("set transaction isolation level repeatable read").executeAndAwait();
        // Whole tables are read, and no index has what is asked.
        connexion.query("set local enable_seqscan = on").executeAndAwait();
        return new Preuve(lieux.stream().collect(toMap(LieuScelle::nom, lieu -> lieu.compte(connexion))));
    }
}
