package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.EcritureDeFaits;
import fr.gouv.apprentissage.bal.ingestion.LignesSignalees;
import fr.gouv.apprentissage.bal.ingestion.Signalement;
import fr.gouv.apprentissage.bal.ingestion.depot.DepotStore;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.journal.Inscription;
import fr.gouv.apprentissage.bal.journal.JournalIndisponible;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of contacts through runs, handed in ones above all: sealed as they come, read once, and gone. */
class CourseDeFichiersTest {

    private static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);
    private static final EntreprisesDemo ENTREPRISES = new EntreprisesDemo(7);
    private static final ContactsDemo DEMO = new ContactsDemo(ENTREPRISES);

    @TempDir
    private Path dossier;

    private final Pool pool = BaseDIngestion.vide();
    private final ScellementDeTest scellement = ScellementDeTest.ouvert();
    private final DepotStore store = new DepotStore(pool, scellement.scellement(), scellement.versions(), HORLOGE);
    private final List<Divulgation> journal = new ArrayList<>();
    private final List<BancDIngestion> bancs = new ArrayList<>();
    private boolean journalAbsent;

    @AfterEach
    void ferme() {
        bancs.forEach(BancDIngestion::close);
    }

    @Test
    void a_file_that_is_handed_in_is_read_by_one_run_and_nothing_of_it_stays() {
        var banc = banc(Format.AKTO, Optional.empty());
        depose(Format.AKTO, DEMO.akto());

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("TERMINEE");
        assertThat(banc.derniere().crees()).isEqualTo(ENTREPRISES.de("AKTO").size());
        assertThat(banc.texte("select count(*) from contact where source = 'AKTO'"))
                .isEqualTo(String.valueOf(ENTREPRISES.de("AKTO").size()));
        assertThat(banc.texte("select (select count(*) from depot) + (select count(*) from depot_morceau)"))
                .isEqualTo("0");
        assertThat(banc.texte("select count(*) from secret s where not exists"
                        + " (select from contact c where c.enregistrement = s.enregistrement)"))
                .isEqualTo("0");
        assertThat(journal).extracting(une -> une.finalite().orElse("")).contains("LECTURE_DE_DEPOT");
    }

    @Test
    void what_waits_shows_none_of_its_addresses() {
        depose(Format.CONSTRUCTYS, "Siret;Mails\n13002526500013;zvikjolt@atelier.example\n".repeat(20_000));

        var morceaux = new StringBuilder();
        pool.query("select contenu from depot_morceau")
                .executeAndAwait()
                .forEach(ligne ->
                        morceaux.append(new String(ligne.getBuffer(0).getBytes(), StandardCharsets.ISO_8859_1)));
        assertThat(morceaux).hasSizeGreaterThan(900_000);
        assertThat(morceaux.toString()).doesNotContain("zvikjolt").doesNotContain("13002526500013");
    }

    @Test
    void pieces_that_change_places_are_not_read() {
        depose(Format.CONSTRUCTYS, "Siret;Mails\n13002526500013;zvikjolt@atelier.example\n".repeat(20_000));
        BaseDIngestion.execute("update depot_morceau set rang = 100 - rang; update depot_morceau set rang = rang - 97");
        var banc = banc(Format.CONSTRUCTYS, Optional.empty());

        banc.poursuis();

        assertThat(banc.texte("select count(*) from contact")).isEqualTo("0");
        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
    }

    @Test
    void without_a_journal_it_is_not_opened_and_waits() {
        var banc = banc(Format.CONSTRUCTYS, Optional.empty());
        depose(Format.CONSTRUCTYS, DEMO.constructys());
        journalAbsent = true;

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("EN_ATTENTE");
        assertThat(banc.texte("select count(*) from contact")).isEqualTo("0");
        assertThat(banc.texte("select count(*) from depot where complet")).isEqualTo("1");
        journalAbsent = false;
        banc.tour();
        assertThat(banc.texte("select count(*) > 0 from contact")).isEqualTo("true");
    }

    @Test
    void one_without_the_columns_is_refused_by_name_goes_and_keeps_no_other_from_being_read() throws IOException {
        Files.write(dossier.resolve("bon.csv"), DEMO.constructys());
        var banc = banc(Format.CONSTRUCTYS, Optional.of(dossier));
        depose(Format.CONSTRUCTYS, "zvikjolt@atelier.example\n");

        banc.poursuis();

        assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
        assertThat(banc.derniere().erreur()).isEqualTo("le fichier n'a pas les colonnes attendues");
        assertThat(banc.texte("select count(*) > 0 from contact")).isEqualTo("true");
        assertThat(banc.texte("select count(*) from depot")).isEqualTo("0");
    }

    @Test
    void one_that_was_cut_on_its_way_is_read_by_nobody_and_goes_in_the_end() {
        store.commence("contacts-constructys")
                .prends("Siret;Mails\n".repeat(40_000).getBytes());

        assertThat(store.pour("contacts-constructys")).isEmpty();
        assertThat(store.purge(OffsetDateTime.now(HORLOGE).plusDays(8))).isEqualTo(1);
        assertThat(BaseDIngestion.texte("select (select count(*) from depot_morceau) + (select count(*) from secret)"))
                .isEqualTo("0");
    }

    @Test
    void who_sent_a_file_is_told_where_its_bad_rows_stand() throws IOException {
        var entete = "Siret;Mails\n";
        var mauvaise = "13002526500013;zvikjolt(at)atelier.example\n";
        Files.writeString(dossier.resolve("nord.csv"), entete + mauvaise + "12345678901234;a@atelier.example\n");
        Files.setLastModifiedTime(dossier.resolve("nord.csv"), FileTime.from(Instant.parse("2026-03-01T08:00:00Z")));
        var banc = banc(Format.CONSTRUCTYS, Optional.of(dossier));
        depose(Format.CONSTRUCTYS, entete + "13002526500013;a@atelier.example\n" + mauvaise.repeat(12));
        var depot = "depot " + banc.texte("select enregistrement from depot");

        banc.poursuis();

        assertThat(banc.derniere().lignesSignalees())
                .containsExactly(
                        new LignesSignalees(
                                "courriel : mal formé",
                                Stream.concat(
                                                Stream.of("nord.csv 88 2026-03-01T08:00:00Z, ligne 2"),
                                                IntStream.rangeClosed(3, 11).mapToObj(n -> depot + ", ligne " + n))
                                        .toList()),
                        new LignesSignalees("siret : mal formé", List.of("nord.csv 88 2026-03-01T08:00:00Z, ligne 3")));
        assertThat(banc.derniere().signalements()).contains(new Signalement("courriel : mal formé", 13));
    }

    @Test
    void a_file_with_a_column_more_and_one_less_is_read_and_both_are_told() {
        var banc = banc(Format.OCAPIAT, Optional.empty());
        depose(Format.OCAPIAT, "Siret;Email du contact;Nom du contact;Zone\n13002526500013;a@atelier.example;-;-\n");

        banc.poursuis();

        assertThat(banc.derniere().crees()).isEqualTo(1);
        assertThat(banc.derniere().derives())
                .extracting(une -> une.nature() + " " + une.champ())
                .containsExactly("ABSENT /prenomducontact", "NOUVEAU /zone");
    }

    @Test
    void the_files_of_the_demo_are_as_their_contracts_say() throws IOException {
        for (var format : Format.values()) {
            var banc = banc(format, Optional.empty());
            depose(format, fichier(format));

            banc.poursuis();

            assertThat(banc.derniere().derives()).as(format.nom()).isEmpty();
            assertThat(banc.derniere().crees()).as(format.nom()).isPositive();
        }
    }

    private static byte[] fichier(Format format) {
        return switch (format) {
            case AKTO -> DEMO.akto();
            case CONSTRUCTYS -> DEMO.constructys();
            case OCAPIAT -> DEMO.ocapiat();
            case DECA -> DEMO.deca();
        };
    }

    private void depose(Format format, String texte) {
        depose(format, texte.getBytes(StandardCharsets.UTF_8));
    }

    private void depose(Format format, byte[] octets) {
        var depot = store.commence("contacts-" + format.nom());
        for (var debut = 0; debut < octets.length; debut += 8_000) {
            depot.prends(Arrays.copyOfRange(octets, debut, Math.min(octets.length, debut + 8_000)));
        }
        depot.termine();
    }

    private BancDIngestion banc(Format format, Optional<Path> dossier) {
        var entree = new EntreeDeTraitement(this::inscris, new SansHabilitation());
        var connecteur = new ConnecteurDeFichiers(
                format,
                new Config(dossier),
                SortieDeTest.vers("http://127.0.0.1", Duration.ofSeconds(5), HORLOGE),
                action -> action.getAsInt(),
                64 << 20,
                new DepotsEnBase(store, entree, "contacts-" + format.nom()),
                HORLOGE);
        var contacts = new ContactStore(scellement.scellement(), scellement.index(), HORLOGE);
        var banc = new BancDIngestion(
                pool,
                HORLOGE,
                connecteur,
                scellement,
                Duration.ofSeconds(60),
                EcritureDeFaits.dans(contacts, scellement.versions()));
        bancs.add(banc);
        return banc;
    }

    private Uni<Inscription> inscris(Divulgation divulgation) {
        if (journalAbsent) {
            return Uni.createFrom().failure(new JournalIndisponible(new IOException("absent")));
        }
        journal.add(divulgation);
        return Uni.createFrom().item(new Inscription("1", new byte[32], "c", 0));
    }

    private static final class SansHabilitation implements RegistreCourant {

        private final Registre registre = new Registre(0, Map.of(), List.of());

        @Override
        public Registre courant() {
            return registre;
        }

        @Override
        public Uni<Registre> relis() {
            return Uni.createFrom().item(registre);
        }

        @Override
        public Uni<Boolean> tient(long revision) {
            return Uni.createFrom().item(true);
        }
    }

    private record Config(Optional<Path> dossier) implements FichiersConfig {

        @Override
        public Optional<URI> url() {
            return Optional.empty();
        }

        @Override
        public boolean actif() {
            return true;
        }

        @Override
        public String planification() {
            return "0 0 5 * * ?";
        }

        @Override
        public String ouverture() {
            return "00:00-24:00";
        }

        @Override
        public Duration confiance() {
            return Duration.ofDays(30);
        }

        @Override
        public Duration delai() {
            return Duration.ofSeconds(5);
        }
    }
}
