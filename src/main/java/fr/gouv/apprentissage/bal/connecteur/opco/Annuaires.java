package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Gives the house the OPCO of a company. */
@ApplicationScoped
public class Annuaires {

    /** Never asked: a directory without an address is not active. */
    private static final URI NULLE_PART = URI.create("http://localhost");

    private final Sorties sorties;

    Annuaires(Sorties sorties) {
        this.sorties = sorties;
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
                                FranceCompetences::lis),
                        annuaire(CfaDock.SOURCE, "cfa-dock", config.cfaDock(), CfaDock::question, CfaDock::lis)),
                config.conservation(),
                config.conservationInconnu(),
                horloge);
    }

    private AnnuaireOpco annuaire(
            String source,
            String nom,
            OpcoConfig.Annuaire config,
            BiFunction<URI, Siret, Demande> question,
            Lecture<Optional<Opco>> lecture) {
        var sortie = sorties.vers(nom, () -> config.url().stream().toList(), config.debit(), config.delai());
        return new AnnuaireGarde(
                source,
                () -> config.actif() && config.url().isPresent(),
                new GardeDeSource(source, config.delai(), config.simultanees(), config.repos()),
                sortie,
                siret -> question.apply(config.url().orElse(NULLE_PART), siret),
                lecture);
    }
}
