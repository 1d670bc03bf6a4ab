package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.simulateur.Compte;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsOpco;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurAkto;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurHttp;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurOpcoEp;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Both OPCOs as simulators, and questions to them without the library's guard, which needs the container. */
final class OpcoDeTest implements AutoCloseable {

    static final EntreprisesDemo ENTREPRISES = new EntreprisesDemo(7);
    static final Duration DELAI = Duration.ofMillis(1_500);
    static final String PORTEE = SimulateurAkto.PORTEE;

    /** A guard that keeps nothing off. */
    static final Garde SANS_GARDE = new Garde() {
        @Override
        public <T> Uni<T> avec(Supplier<T> action) {
            return Uni.createFrom().item(action);
        }
    };

    static final MeterRegistry REGISTRE = new SimpleMeterRegistry();
    static final MesuresOpco MESURES = new MesuresOpco(REGISTRE);

    private final List<String> inscriptions = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> maintenant = new AtomicReference<>(Instant.parse("2026-03-10T09:00:00Z"));
    private final OptionsOpco options = OptionsOpco.sansLimite("bal");
    private final SimulateurAkto akto = new SimulateurAkto(options, ENTREPRISES, horloge());
    private final SimulateurOpcoEp ep = new SimulateurOpcoEp(options, ENTREPRISES, horloge());

    SimulateurAkto akto() {
        return akto;
    }

    SimulateurOpcoEp ep() {
        return ep;
    }

    QuestionOpco questionAkto() {
        return questionAkto(akto.url(), SANS_GARDE);
    }

    QuestionOpco questionAkto(String url, Garde garde) {
        return questionAkto(url, garde, DELAI);
    }

    /** One that waits so long for each of its requests. */
    QuestionOpco questionAkto(String url, Garde garde, Duration delai) {
        var connexion = connexion(url, SimulateurAkto.JETONS, PORTEE, delai);
        return new QuestionGardee(
                "AKTO",
                () -> true,
                garde,
                inscriptions::add,
                new ProtocoleAkto(() -> URI.create(url), connexion, releve("contrat-akto.json")),
                MESURES);
    }

    QuestionOpco questionEp() {
        return questionEp(ep.url(), SANS_GARDE);
    }

    QuestionOpco questionEp(String url, Garde garde) {
        var connexion = connexion(url, SimulateurOpcoEp.JETONS, "", DELAI);
        return new QuestionGardee(
                "OPCO_EP",
                () -> true,
                garde,
                inscriptions::add,
                new ProtocoleOpcoEp(() -> URI.create(url), "etatiques-lba", connexion, releve("contrat-opco-ep.json")),
                MESURES);
    }

    /** What was written down before each question, in order. */
    List<String> inscriptions() {
        return inscriptions;
    }

    static ReleveDeReponses releve(String contrat) {
        return new ReleveDeReponses(contrat, derives -> {});
    }

    private ConnexionOAuth connexion(String url, String jetons, String portee, Duration delai) {
        Compte compte = options.compte();
        return new ConnexionOAuth(
                SortieDeTest.vers(url, delai, horloge()),
                () -> new ConnexionOAuth.Client(
                        URI.create(url + jetons), compte.utilisateur(), compte.secret(), portee),
                horloge());
    }

    void passent(Duration duree) {
        maintenant.updateAndGet(un -> un.plus(duree));
    }

    Clock horloge() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return maintenant.get();
            }
        };
    }

    static EntrepriseDemo une(String opco) {
        return ENTREPRISES.de(opco).get(0);
    }

    static ReponseOpco demande(QuestionOpco question, String courriel, String siret) {
        return question.demande(Sealed.recu(new Courriel(courriel)), new Siret(siret))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    static long combien(SimulateurHttp simulateur, String chemin) {
        return simulateur.demandes().stream()
                .filter(requete -> requete.chemin().equals(chemin))
                .count();
    }

    @Override
    public void close() {
        akto.close();
        ep.close();
    }
}
