package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeLots;
import fr.gouv.apprentissage.bal.ingestion.RepriseAvecGarde;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sorties;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Gives the house the OPCO of a company. */
@ApplicationScoped
public class Annuaires {

    /** Never asked: a directory without an address is not active. */
    private static final URI NULLE_PART = URI.create("http://localhost");

    private static final int ESSAIS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAXIMALE = Duration.ofSeconds(60);

    private final Sorties sorties;
    private final MesuresOpco mesures;

    Annuaires(Sorties sorties, MesuresOpco mesures) {
        this.sorties = sorties;
        this.mesures = mesures;
    }

    @Produces
    @Singleton
    OpcoDEntreprise opcoDEntreprise(OpcoConfig config, Pool pool, Clock horloge) {
        var cle = config.franceCompetences().secret().orElse("");
        return new OpcoDEntreprise(
                new OpcoStore(pool),
                List.of(
                        annuaire(
                                FranceCompetences.SOURCE,
                                "france-competences",
                                config.franceCompetences(),
                                (base, siret) -> FranceCompetences.question(base, cle, siret),
                                FranceCompetences::lecture,
                                "contrat-france-competences.json"),
                        annuaire(
                                CfaDock.SOURCE,
                                "cfa-dock",
                                config.cfaDock(),
                                CfaDock::question,
                                CfaDock::lecture,
                                "contrat-cfa-dock.json")),
                config.conservation(),
                config.conservationInconnu(),
                horloge);
    }

    @Produces
    @Singleton
    ConnecteurDeLots entreprises(OpcoConfig config, OpcoDEntreprise opcos, Pool pool, Clock horloge) {
        return new ConnecteurDEntreprises(
                config.entreprises(),
                opcos,
                new EmployeurStore(pool, horloge),
                new RepriseAvecGarde(ESSAIS, PAUSE, PAUSE_MAXIMALE));
    }

    private AnnuaireOpco annuaire(
            String source,
            String nom,
            OpcoConfig.Annuaire config,
            BiFunction<URI, Siret, Demande> question,
            Function<ReleveDeReponses, Lecture<Optional<Opco>>> lecture,
            String contrat) {
        var sortie = sorties.vers(nom, () -> config.url().stream().toList(), config.debit(), config.delai());
        return new AnnuaireGarde(
                source,
                () -> config.actif() && config.url().isPresent(),
                new GardeDeSource(source, config.delai(), config.simultanees(), config.repos(), mesures),
                sortie,
                siret -> question.apply(config.url().orElse(NULLE_PART), siret),
                lecture,
                new ReleveDeReponses(contrat, derives -> mesures.derives(source, derives)),
                mesures);
    }
}
