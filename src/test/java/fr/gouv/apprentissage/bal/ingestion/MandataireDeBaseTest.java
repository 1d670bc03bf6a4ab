package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the proxy tells of transactions, and what becomes of those that it cuts. */
class MandataireDeBaseTest {

    private static final String AJOUTE = "insert into curseur (connecteur, jour) values ($1, '2025-01-01')";

    private final List<String> vus = Collections.synchronizedList(new ArrayList<>());
    private String coupe = "";
    private MandataireDeBase mandataire;
    private Pool pool;

    @BeforeEach
    void entreLesDeux() {
        BaseDIngestion.vide();
        mandataire = new MandataireDeBase(BaseDIngestion.port(), new TemoinDeCommits() {
            @Override
            public boolean avant(String sorte) {
                return voit("avant " + sorte);
            }

            @Override
            public boolean apres(String sorte) {
                return voit("après " + sorte);
            }
        });
        pool = BasePartagee.pool(mandataire.port());
    }

    @AfterEach
    void ferme() {
        pool.closeAndAwait();
        mandataire.close();
    }

    @Test
    void aTransactionIsOfTheKindOfAllThatItWrites() {
        new Transactions(pool).fais(connexion -> {
            connexion
                    .preparedQuery(AJOUTE + " on conflict (connecteur) do update set jour = excluded.jour")
                    .executeAndAwait(Tuple.of("a"));
            connexion.query("select 1 from curseur for update").executeAndAwait();
            connexion.query("delete from contact").executeAndAwait();
        });

        assertThat(vus).containsExactly("avant +curseur -contact", "après +curseur -contact");
    }

    @Test
    void aStatementByItselfIsATransaction() {
        pool.preparedQuery(AJOUTE).executeAndAwait(Tuple.of("a"));
        pool.query("select * from curseur").executeAndAwait();
        pool.query("update curseur set jour = '2025-01-02'").executeAndAwait();

        assertThat(vus).containsExactly("avant +curseur", "après +curseur", "avant ~curseur", "après ~curseur");
    }

    @Test
    void whatIsRolledBackOrFailsIsNoCommit() {
        pool.preparedQuery(AJOUTE).executeAndAwait(Tuple.of("a"));
        vus.clear();

        assertThatThrownBy(() -> new Transactions(pool)
                        .fais(connexion -> connexion.preparedQuery(AJOUTE).executeAndAwait(Tuple.of("a"))))
                .isNotNull();
        assertThatThrownBy(() -> pool.preparedQuery(AJOUTE).executeAndAwait(Tuple.of("a")))
                .isNotNull();

        assertThat(vus).containsExactly("avant +curseur");
    }

    @Test
    void whatIsCutBeforeItsCommitIsNotThere() {
        coupe = "avant +curseur";

        assertThatThrownBy(this::ajoute).isNotNull();

        assertThat(BaseDIngestion.texte("select count(*) from curseur")).isEqualTo("0");
    }

    @Test
    void whatIsCutAfterItsCommitIsThereAndTheProcessDoesNotKnow() {
        coupe = "après +curseur";

        assertThatThrownBy(this::ajoute).isNotNull();

        assertThat(BaseDIngestion.texte("select count(*) from curseur")).isEqualTo("1");
    }

    private void ajoute() {
        new Transactions(pool).fais(connexion -> connexion.preparedQuery(AJOUTE).executeAndAwait(Tuple.of("a")));
    }

    private boolean voit(String quoi) {
        vus.add(quoi);
        return !quoi.equals(coupe);
    }
}
