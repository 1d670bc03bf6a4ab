package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.depot.Depot;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Nobody has handed anything in. */
public record SansDepot() implements Depots {

    @Override
    public List<String> parts() {
        return List.of();
    }

    @Override
    public Optional<Depot> de(String part) {
        return Optional.empty();
    }

    @Override
    public void inscris() {
        throw new IllegalStateException("rien n'est déposé");
    }

    @Override
    public InputStream ouvre(Depot depot) {
        throw new IllegalStateException("rien n'est déposé");
    }

    @Override
    public void acheve(SqlConnection connexion, String part) {
        assert de(part).isEmpty();
    }
}
