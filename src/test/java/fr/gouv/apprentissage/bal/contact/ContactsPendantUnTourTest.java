package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.J;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.deca;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.rotation.BancDeRotation;
import fr.gouv.apprentissage.bal.rotation.index.BancDIndex;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts while the keys of their class, the blind indexes or the epochs turn. */
class ContactsPendantUnTourTest {

    private static final int NOMBRE = 130;

    @TempDir
    Path dossier;

    private final Pool pool = BaseDIngestion.vide();
    private final HorlogeReglable horloge = new HorlogeReglable(Instant.now());
    private final ScellementDeTest cles = ScellementDeTest.enBase(pool, horloge);
    private final BancDeContacts banc = new BancDeContacts(pool, cles, BancDeContacts.le(J));
    private List<String> avant;

    @BeforeEach
    void desContacts() {
        banc.ecris(IntStream.range(0, NOMBRE)
                .mapToObj(rang -> deca(J, "adresse" + rang + "@essai.fr"))
                .toList());
        avant = banc.contacts();
    }

    private BancDIndex index() {
        return new BancDIndex(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge, 50);
    }

    private void tourne(BancDIndex index) {
        index.tourne();
        horloge.avance(VersionsDeCles.PREAVIS);
        cles.relis();
        index.vaAuBout();
    }

    private List<String> generations() {
        return banc.textes("select generation || '|' || count(*) from index_aveugle group by generation order by 1");
    }

    @Test
    void of_the_class_s_key_each_address_comes_under_the_new_version_and_opens_as_before() {
        try (var rotation =
                new BancDeRotation(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge)) {
            rotation.tourne("CONTACT");
            horloge.avance(VersionsDeCles.PREAVIS);
            rotation.vaAuBout();

            assertThat(rotation.etat()).isEqualTo("TERMINEE");
            assertThat(List.of(rotation.sous("CONTACT", 1), rotation.sous("CONTACT", 2)))
                    .containsExactly(0L, (long) NOMBRE);
            horloge.avance(Duration.ofMinutes(2));
            rotation.retireToutesLesAnciennes("CONTACT");
            assertThat(banc.contacts()).isEqualTo(avant);
        }
    }

    @Test
    void a_damaged_address_is_told_of_and_holds_the_old_version() {
        BaseDIngestion.execute("update contact set courriel = set_byte(courriel, 30, get_byte(courriel, 30) # 1)"
                + " where enregistrement = (select min(enregistrement) from contact)");
        try (var rotation =
                new BancDeRotation(pool, BaseDIngestion.port(), cles, dossier.resolve("journal"), horloge)) {
            rotation.tourne("CONTACT");
            horloge.avance(VersionsDeCles.PREAVIS);
            rotation.vaAuBout();

            assertThat(rotation.etat()).isEqualTo("ECHOUEE");
            assertThat(rotation.sous("CONTACT", 1)).isEqualTo(1);
        }
    }

    @Test
    void each_is_found_under_the_new_generation_before_the_former_is_retired_and_after() {
        try (var index = index()) {
            // When
            tourne(index);

            // Then
            assertThat(index.preuve())
                    .contains("\nlacunes 0\n", "table index_aveugle genre 2 generation 2 lignes " + NOMBRE + "\n");
            assertThat(index.faits()).isEqualTo(NOMBRE);
            assertThat(generations()).containsExactly("1|" + NOMBRE, "2|" + NOMBRE);

            // And when the former one goes
            index.retire(2);
            horloge.avance(VersionsDeCles.PREAVIS.plusSeconds(1));
            cles.relis();
            index.purge();

            // Then
            assertThat(generations()).containsExactly("2|" + NOMBRE);
            assertThat(banc.ecris(deca(J, "adresse7@essai.fr"))).isEqualTo(new Ecriture(0, 0, 1, 0));
        }
    }

    @Test
    void a_contact_that_does_not_open_is_told_of_and_holds_the_former_generation() {
        BaseDIngestion.execute("delete from secret where enregistrement = (select min(enregistrement) from contact)");
        try (var index = index()) {
            tourne(index);

            assertThat(index.etat()).isEqualTo("ECHOUEE");
            assertThat(index.preuve()).contains("\nlacunes 1\n");
            assertThat(index.motif()).startsWith("1 enregistrement");
        }
    }

    @Test
    void what_is_made_anew_of_a_contact_that_is_being_purged_leaves_no_index_behind() {
        // Given: a lot of the job that has not committed
        cles.generations().annonce();
        horloge.avance(VersionsDeCles.PREAVIS);
        cles.relis();
        var indexes = new ContactsIndexes(cles.scellement(), cles.index());
        var connexion = pool.getConnectionAndAwait();
        var transaction = connexion.beginAndAwait();
        indexes.refais(connexion, 2, indexes.suivants(connexion, 0, NOMBRE));

        // When
        var purge = new PurgeDesContacts(pool, BancDEffacement.lieux(), BancDeContacts.le(J.plusDays(31)), 1000);
        var pendant = purge.lot().await().indefinitely();
        transaction.commitAndAwait();
        connexion.closeAndAwait();
        var apres = purge.lot().await().indefinitely();

        // Then
        assertThat(List.of(pendant, apres)).containsExactly(0, NOMBRE);
        assertThat(generations()).isEmpty();
    }

    @Test
    void one_whose_secret_stands_in_two_epochs_is_seen_again_once() {
        BaseDIngestion.execute("create table if not exists secret_0 partition of secret for values in (0);"
                + "insert into secret select enregistrement, 0, 'x' from secret");

        assertThat(banc.ecris(deca(J.plusDays(1), "adresse7@essai.fr"))).isEqualTo(new Ecriture(0, 1, 0, 0));
        try (var index = index()) {
            tourne(index);

            assertThat(index.faits()).isEqualTo(NOMBRE);
            assertThat(generations()).containsExactly("1|" + NOMBRE, "2|" + NOMBRE);
        }
    }
}
