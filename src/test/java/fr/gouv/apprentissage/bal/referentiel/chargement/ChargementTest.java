package fr.gouv.apprentissage.bal.referentiel.chargement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.referentiel.BaseReferentiel;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChargementTest {

    private static final String ENTETE = "uai;siret;raison_sociale;nature;departement\n";
    private static final String DEUX = ENTETE + "0951099D;13002526500013;A;formateur;35\n;19672198900040;B;;67\n";
    private static final String DIPLOMES = "FORMATION_DIPLOME;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;RNCP\n";

    private final List<ReferentielCharge> annonces = new ArrayList<>();
    private Pool pool;
    private Chargement chargement;

    @BeforeEach
    void prepare() {
        pool = BaseReferentiel.vide();
        chargement = new Chargement(pool, annonces::add);
    }

    @Test
    void theFirstLoadAddsAll() {
        assertThat(charge(DEUX).organismes()).isEqualTo(new Effet(2, 2, 0, 0));
    }

    @Test
    void theSameLoadAgainWritesNothing() {
        charge(DEUX);
        var avant = versions();

        var rapport = charge(DEUX);

        assertThat(rapport.organismes().nul()).isTrue();
        assertThat(versions()).isEqualTo(avant);
    }

    @Test
    void anotherLoadChangesOnlyWhatDiffers() {
        charge(DEUX);

        var rapport = charge(ENTETE + "0951099D;13002526500013;A2;formateur;35\n;77931002800013;C;;01\n");

        assertThat(rapport.organismes()).isEqualTo(new Effet(2, 1, 1, 1));
    }

    @Test
    void anOrganismeThatGetsASiretChangesItsKey() {
        charge(ENTETE + "0951099D;;A;;35\n");

        charge(ENTETE + "0951099D;13002526500013;A;;35\n");

        assertThat(textes("select cle from organisme")).containsExactly("13002526500013");
        assertThat(textes("select organisme from organisme_par_uai")).containsExactly("13002526500013");
    }

    @Test
    void aPartWithoutSourceStaysAsItIs() {
        charge(DEUX);

        chargement
                .charge(new Sources(List.of(), List.of(Source.texte("d", DIPLOMES + "46321218;X;;;\n")), List.of()))
                .await()
                .indefinitely();

        assertThat(textes("select cle from organisme")).hasSize(2);
        assertThat(textes("select cle from certification")).containsExactly("46321218");
    }

    @Test
    void aSourceThatCannotBeReadChangesNothing() {
        charge(DEUX);
        var deux =
                new Sources(List.of(Source.texte("bon", ENTETE), Source.texte("mauvais", "[{")), List.of(), List.of());

        assertThatThrownBy(() -> chargement.charge(deux).await().indefinitely()).isInstanceOf(SourceIllisible.class);
        assertThat(textes("select cle from organisme")).hasSize(2);
    }

    @Test
    void readersSeeTheOldStateOrTheNewOne() {
        var sirets = List.of("13002526500013", "19672198900040", "77931002800013", "43937112100013");
        var unes = ENTETE
                + String.join(
                        "",
                        sirets.stream().map(siret -> ";" + siret + ";UN;;35\n").toList());
        var deuxiemes = unes.replace("UN", "DEUX");
        charge(unes);
        var vus = new ConcurrentSkipListSet<String>();

        var charges = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                charge(i % 2 == 0 ? deuxiemes : unes);
            }
        });
        while (!charges.isDone()) {
            vus.addAll(textes("select string_agg(raison_sociale, ' ' order by cle) from organisme"));
        }
        charges.join();

        assertThat(vus).isSubsetOf("UN UN UN UN", "DEUX DEUX DEUX DEUX").isNotEmpty();
    }

    @Test
    void eachLoadIsAnnouncedOnceTheNewStateCanBeRead() {
        var vus = new TreeSet<String>();
        var attentif = new Chargement(pool, charge -> vus.addAll(textes("select cle from organisme")));

        attentif.charge(sources(DEUX)).await().indefinitely();

        assertThat(vus).containsExactly("13002526500013", "19672198900040");
    }

    @Test
    void aLoadThatFailsIsNotAnnounced() {
        assertThatThrownBy(() -> charge("")).isInstanceOf(SourceIllisible.class);

        assertThat(annonces).isEmpty();
    }

    @Test
    void theReferentielAnswersForAUaiBeforeOthers() {
        var json = "[{\"siret\":\"77931002800013\",\"uai\":\"0951099D\",\"nature\":\"formateur\"}]";
        var csv = ENTETE + "0951099D;13002526500013;A;responsable;35\n";

        chargement
                .charge(new Sources(List.of(Source.texte("o", csv), Source.texte("r", json)), List.of(), List.of()))
                .await()
                .indefinitely();

        assertThat(textes("select organisme from organisme_par_uai")).containsExactly("77931002800013");
    }

    @Test
    void aResponsableAnswersForAUaiBeforeAFormateur() {
        charge(ENTETE + "0951099D;13002526500013;A;formateur;35\n0951099D;77931002800013;B;responsable_formateur;35\n");

        assertThat(textes("select organisme from organisme_par_uai")).containsExactly("77931002800013");
    }

    @Test
    void theLowestSiretAnswersForAUaiAtLast() {
        charge(
                ENTETE
                        + "0951099D;77931002800013;A;formateur;35\n0951099D;13002526500013;B;formateur;35\n0951099D;;C;formateur;35\n");

        assertThat(textes("select organisme from organisme_par_uai")).containsExactly("13002526500013");
    }

    @Test
    void anOpenDiplomaAnswersForAnRncpBeforeAClosedOne() {
        var diplomes = DIPLOMES
                + "40000001;A;01/01/2020;01/01/2021;RNCP100\n40000003;B;01/01/2010;;RNCP100\n40000002;C;01/01/2012;;RNCP100\n";

        chargement
                .charge(new Sources(List.of(), List.of(Source.texte("d", diplomes)), List.of()))
                .await()
                .indefinitely();

        assertThat(textes("select certification from certification_par_rncp")).containsExactly("40000002");
    }

    private Rapport charge(String csv) {
        return chargement.charge(sources(csv)).await().indefinitely();
    }

    private static Sources sources(String csv) {
        return new Sources(List.of(Source.texte("essai", csv)), List.of(), List.of());
    }

    /** Where each row lies: changes with every write. */
    private Set<String> versions() {
        return textes(
                "select cle || ctid || xmin from organisme union all select uai || ctid || xmin from organisme_par_uai");
    }

    private Set<String> textes(String sql) {
        var textes = new TreeSet<String>();
        pool.query(sql).executeAndAwait().forEach(ligne -> textes.add(ligne.getString(0)));
        return textes;
    }
}
