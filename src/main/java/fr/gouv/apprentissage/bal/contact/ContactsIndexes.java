package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.ClesIndisponibles;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.LieuIndexe;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Contacts as what is found by their address: its hash is made of the sealed address, which nobody reads. */
@Singleton
public final class ContactsIndexes implements LieuIndexe {

    private static final Autorisation AUTORISATION =
            Autorisation.deTraitement(Traitement.REINDEXATION, List.of(ContactStore.COURRIEL.numero()));
    // Held to the commit: a record that is purged meanwhile would leave its hash behind.
    private static final String MANQUANTS = "select c.enregistrement, c.courriel, s.epoque, s.enveloppe from contact c"
            + " left join lateral (select epoque, enveloppe from secret where enregistrement = c.enregistrement"
            + " order by epoque desc limit 1) s on true"
            + " where c.enregistrement = any($1) and c.courriel is not null and not exists (select from index_aveugle x"
            + " where x.enregistrement = c.enregistrement and x.genre = " + GenreIndex.COURRIEL.numero()
            + " and x.generation = $2) for key share of c";

    private final Scellement scellement;
    private final IndexAveugles index;
    private final SecretStore secrets;
    private final IdentiteStore indexes = new IdentiteStore();

    public ContactsIndexes(Scellement scellement, IndexAveugles index) {
        this.scellement = scellement;
        this.index = index;
        this.secrets = new SecretStore(scellement);
    }

    @Override
    public String nom() {
        return "contact";
    }

    @Override
    public long nombre(SqlConnection connexion) {
        return connexion
                .query("select count(*) from contact")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public List<Long> suivants(SqlConnection connexion, long apres, int combien) {
        var ids = new ArrayList<Long>();
        connexion
                .preparedQuery(
                        "select enregistrement from contact where enregistrement > $1 order by enregistrement limit $2")
                .executeAndAwait(Tuple.of(apres, combien))
                .forEach(ligne -> ids.add(ligne.getLong(0)));
        return ids;
    }

    @Override
    public List<Long> refais(SqlConnection connexion, int generation, Collection<Long> enregistrements) {
        var illisibles = new ArrayList<Long>();
        var refaits = new ArrayList<Map.Entry<Long, Empreinte>>();
        for (var ligne : connexion
                .preparedQuery(MANQUANTS)
                .executeAndAwait(Tuple.of(enregistrements.toArray(Long[]::new), (short) generation))) {
            var id = ligne.getLong("enregistrement");
            try {
                var cle = secrets.cle(id, ligne).orElseThrow(() -> new ValeurAlteree("secret absent"));
                refaits.add(Map.entry(id, empreinte(cle, ligne, generation)));
            } catch (ValeurAlteree alteree) {
                illisibles.add(id);
            }
        }
        indexes.ajouteIndex(connexion, refaits);
        return illisibles;
    }

    private Empreinte empreinte(CleEnregistrement cle, Row ligne, int generation) {
        var courriel = scellement.relis(
                AUTORISATION,
                cle,
                ContactStore.COURRIEL,
                ligne.getBuffer("courriel").getBytes());
        return index.empreintes(GenreIndex.COURRIEL, List.of(courriel)).stream()
                .filter(une -> une.numero() == generation)
                .map(une -> new Empreinte(GenreIndex.COURRIEL, generation, une.empreinte()))
                .findFirst()
                .orElseThrow(() -> new ClesIndisponibles("la génération " + generation + " n'est pas connue ici"));
    }
}
