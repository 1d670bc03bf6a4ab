package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.depot.Depot;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The files that administrators handed in for one connector: each is a part, gone once it was read. */
public interface Depots {

    /** Names of those that wait. */
    List<String> parts();

    /** The file of a part; empty when the part is none of these, or was read meanwhile. */
    Optional<Depot> de(String part);

    /** Writes down that one is opened; fails when the journal does. Before {@link #ouvre}. */
    void inscris();

    /** What it holds, opened piece by piece. */
    InputStream ouvre(Depot depot);

    /** It was read, or cannot be: it goes, in the caller's transaction. */
    void acheve(SqlConnection connexion, String part);
}
