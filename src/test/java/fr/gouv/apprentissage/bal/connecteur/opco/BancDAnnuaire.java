package fr.gouv.apprentissage.bal.connecteur.opco;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ExecutionDeConnecteur;
import fr.gouv.apprentissage.bal.ingestion.JournalEntendu;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SurDerive;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Contracts of three companies, a directory that answers what a test tells it to, and the runs that ask it. */
final class BancDAnnuaire implements AutoCloseable {

    static final Clock HORLOGE = Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);
    static final Duration DELAI = Duration.ofSeconds(20);
    static final WireMockServer SOURCE = ouverte();

    /** Stands in answers, and nowhere else. */
    static final String RECU = "quelquun.recu@societe.example";

    /** What each company belongs to, in the order in which they are asked about, each in a lot of its own. */
    static final Map<Siret, String> OPCOS = new TreeMap<>(Comparator.comparing(Siret::valeur));

    static {
        OPCOS.put(new Siret("31427185900014"), "AKTO");
        OPCOS.put(new Siret("52718364400022"), "OCAPIAT");
        OPCOS.put(new Siret("81936257500030"), "AFDAS");
    }

    /** Another one, of the lot of the first. */
    static final Siret AVEC_LA_PREMIERE = new Siret("31988104100010");

    private final Pool pool = BaseDIngestion.vide();
    private final List<Duration> attentes = new ArrayList<>();
    private JournalEntendu journal;
    private BancDIngestion banc;

    BancDAnnuaire() {
        SOURCE.resetAll();
        OPCOS.keySet().forEach(BancDAnnuaire::contrat);
    }

    /** Asks that one, where the source of these tests listens. */
    void demande(AnnuaireDeTest annuaire) {
        demande(annuaire, SOURCE.baseUrl(), SurDerive.SIGNALER);
    }

    /** The same, and waits so long for an answer. */
    void demande(AnnuaireDeTest annuaire, Duration delai) {
        demande(annuaire.a(SOURCE.baseUrl(), delai, HORLOGE), SurDerive.SIGNALER);
    }

    void demande(AnnuaireDeTest annuaire, String adresse, SurDerive surDerive) {
        demande(annuaire.a(adresse, DELAI, HORLOGE), surDerive);
    }

    void demande(AnnuaireOpco annuaire, SurDerive surDerive) {
        if (banc != null) {
            banc.close();
        }
        if (journal == null) {
            // Once the contracts stand: the driver of this test's own statements tells them.
            journal = JournalEntendu.deTout();
        }
        var opcos = new OpcoDEntreprise(
                new OpcoStore(pool), List.of(annuaire), Duration.ofDays(30), Duration.ofDays(7), HORLOGE);
        var connecteur = new ConnecteurDEntreprises(
                new EntreprisesSansHeures(), opcos, new EmployeurStore(pool, HORLOGE), this::deuxFois);
        banc = BancDIngestion.deLots(pool, HORLOGE, connecteur, surDerive);
    }

    void poursuis() {
        banc.poursuis();
    }

    void tour() {
        banc.tour();
    }

    ExecutionDeConnecteur derniere() {
        return banc.derniere();
    }

    Pool pool() {
        return pool;
    }

    /** All that was said, at any level. */
    String journal() {
        return journal.texte();
    }

    /** How long the source asked to wait before what was asked again. */
    List<Duration> attentes() {
        return attentes;
    }

    /** What stands on the contracts, in the order of their companies. */
    List<String> opcos() {
        return banc.textes("select employeur_opco from contrat order by employeur_siret");
    }

    /** What the last run says of the form of answers: nature, field, how many. */
    List<String> derives() {
        return derniere().derives().stream()
                .map(une -> une.nature() + " " + une.champ() + " " + une.nombre())
                .sorted()
                .toList();
    }

    double echouees() {
        return banc.mesures()
                .get("bal.ingestion.executions")
                .tag("connecteur", "opco-des-entreprises")
                .tag("etat", "ECHOUEE")
                .counter()
                .count();
    }

    void sers(AnnuaireDeTest annuaire) {
        sers(annuaire::connait);
    }

    /** @param corps of the answer that names an OPCO */
    void sers(Function<String, String> corps) {
        SOURCE.resetAll();
        OPCOS.forEach((siret, opco) -> SOURCE.stubFor(
                get(urlMatching(AnnuaireDeTest.quiParleDe(siret))).willReturn(okJson(corps.apply(opco)))));
    }

    /** What is answered about the first company, whatever is about the others. */
    void laPremiere(ResponseDefinitionBuilder reponse) {
        SOURCE.stubFor(get(urlMatching(AnnuaireDeTest.quiParleDe(premiere()))).willReturn(reponse));
    }

    static Siret premiere() {
        return OPCOS.keySet().iterator().next();
    }

    /** The directory is well: the next run ends, with the right OPCO on each contract, and counts it. */
    void gueris(AnnuaireDeTest annuaire) {
        sers(annuaire);

        poursuis();

        assertThat(derniere().etat()).hasToString("TERMINEE");
        assertThat(derniere().signalements()).isEmpty();
        assertThat(derniere().lus()).isEqualTo(OPCOS.size());
        assertThat(opcos()).containsExactlyElementsOf(OPCOS.values());
    }

    /** Neither what was asked with, nor what was asked about, nor what was answered. */
    void rienNeSort() {
        var montre = journal()
                + banc.executions()
                + ((SimpleMeterRegistry) banc.mesures()).getMetersAsString()
                + ((SimpleMeterRegistry) OpcoDeTest.REGISTRE).getMetersAsString();
        assertThat(montre).contains("bal.opco").doesNotContain(AnnuaireDeTest.CLE, RECU);
        OPCOS.keySet().forEach(siret -> assertThat(montre)
                .doesNotContain(siret.valeur())
                .doesNotContain(siret.valeur().substring(0, 9)));
    }

    static void contrat(Siret siret) {
        BaseDIngestion.execute("insert into contrat (id, source, etat_du, modifie_le, premiere_vue, derniere_vue,"
                + " employeur_siret) select coalesce(max(id), 0) + 1, 'DECA', now(), '2020-01-01', now(), now(), '"
                + siret.valeur() + "' from contrat");
    }

    private int deuxFois(IntSupplier action) {
        try {
            return action.getAsInt();
        } catch (SourceIndisponible absente) {
            absente.attente().ifPresent(attentes::add);
            return action.getAsInt();
        }
    }

    private static WireMockServer ouverte() {
        var source = new WireMockServer(options().dynamicPort());
        source.start();
        return source;
    }

    @Override
    public void close() {
        journal.close();
        banc.close();
    }
}
