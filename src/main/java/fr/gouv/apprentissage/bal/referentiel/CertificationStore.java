package fr.gouv.apprentissage.bal.referentiel;

import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The diplomas as they stand in the database. */
@Singleton
public class CertificationStore {

    private static final String CHOISIS =
            "select c.cfd, c.rncp, c.intitule, c.niveau, c.ouverture, c.fermeture from certification c";

    private final Pool pool;

    /** @param pool the role that serves */
    public CertificationStore(Pool pool) {
        this.pool = pool;
    }

    /** The diploma of this code. */
    public Uni<Optional<Certification>> parCfd(Cfd cfd) {
        return une(CHOISIS + " where c.cfd = $1", Tuple.of(cfd.valeur()));
    }

    /** The one that answers for this code: an open one before a closed one, the newest, then the lowest CFD. */
    public Uni<Optional<Certification>> parRncp(Rncp rncp) {
        return une(
                CHOISIS + " join certification_par_rncp p on p.certification = c.cle where p.rncp = $1",
                Tuple.of(rncp.valeur()));
    }

    /** The diploma that has both codes. */
    public Uni<Optional<Certification>> parCfdEtRncp(Cfd cfd, Rncp rncp) {
        return une(CHOISIS + " where c.cfd = $1 and c.rncp = $2", Tuple.of(cfd.valeur(), rncp.valeur()));
    }

    private Uni<Optional<Certification>> une(String sql, Tuple arguments) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .map(lignes -> lignes.size() == 0
                        ? Optional.empty()
                        : Optional.of(certification(lignes.iterator().next())));
    }

    private static Certification certification(Row ligne) {
        var cfd = ligne.getString("cfd");
        var rncp = ligne.getString("rncp");
        return new Certification(
                cfd == null ? null : new Cfd(cfd),
                rncp == null ? null : new Rncp(rncp),
                ligne.getString("intitule"),
                ligne.getInteger("niveau"),
                ligne.getLocalDate("ouverture"),
                ligne.getLocalDate("fermeture"));
    }
}
