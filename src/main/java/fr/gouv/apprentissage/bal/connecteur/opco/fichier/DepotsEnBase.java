package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.ingestion.depot.Depot;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotStore;
import fr.gouv.apprentissage.bal.ingestion.depot.FluxDeDepot;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Those that wait sealed in the database. */
public final class DepotsEnBase implements Depots {

    private static final Duration DELAI = Duration.ofSeconds(10);
    private static final Pattern PART = Pattern.compile("depot ([0-9]{1,18})");

    private final DepotStore store;
    private final EntreeDeTraitement entree;
    private final String connecteur;

    /** @param connecteur its name */
    public DepotsEnBase(DepotStore store, EntreeDeTraitement entree, String connecteur) {
        this.store = store;
        this.entree = entree;
        this.connecteur = connecteur;
    }

    @Override
    public List<String> parts() {
        return store.pour(connecteur).stream().map(un -> "depot " + un.id()).toList();
    }

    @Override
    public Optional<Depot> de(String part) {
        var forme = PART.matcher(part);
        return forme.matches()
                ? store.pour(connecteur).stream()
                        .filter(un -> un.id() == Long.parseLong(forme.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void inscris() {
        entree.inscris(Traitement.LECTURE_DE_DEPOT, "Connecteur." + connecteur)
                .await()
                .atMost(DELAI);
    }

    @Override
    public InputStream ouvre(Depot depot) {
        return new FluxDeDepot(store, depot);
    }

    @Override
    public void acheve(SqlConnection connexion, String part) {
        var forme = PART.matcher(part);
        if (forme.matches()) {
            DepotStore.efface(connexion, List.of(Long.parseLong(forme.group(1))));
        }
    }
}
