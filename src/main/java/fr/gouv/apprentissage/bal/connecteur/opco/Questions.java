package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.habilitation.EntreeDeTraitement;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sorties;
import fr.gouv.apprentissage.bal.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives the house its live questions and what their answers teach. */
@ApplicationScoped
public class Questions {

    /** Never asked: a source without an address is not active. */
    private static final URI NULLE_PART = URI.create("http://localhost");

    private final OpcoConfig config;
    private final Sorties sorties;
    private final Clock horloge;
    private final EntreeDeTraitement entree;
    private final MesuresOpco mesures;

    Questions(
            OpcoConfig config,
            Sorties sorties,
            Clock horloge,
            Journal journal,
            RegistreCourant registre,
            MesuresOpco mesures) {
        this.entree = new EntreeDeTraitement(journal, registre);
        this.mesures = mesures;
        this.config = config;
        this.sorties = sorties;
        this.horloge = horloge;
    }

    @Produces
    @Singleton
    QuestionOpco akto() {
        var source = config.akto();
        return question(
                "AKTO",
                source,
                new ProtocoleAkto(
                        () -> source.url().orElse(NULLE_PART),
                        connexion("akto", source),
                        releve("AKTO", "contrat-akto.json")));
    }

    @Produces
    @Singleton
    QuestionOpco opcoEp() {
        var source = config.ep();
        return question(
                "OPCO_EP",
                source,
                new ProtocoleOpcoEp(
                        () -> source.url().orElse(NULLE_PART),
                        source.audience(),
                        connexion("opco-ep", source),
                        releve("OPCO_EP", "contrat-opco-ep.json")));
    }

    @Produces
    @Singleton
    FaitsDeQuestion faits() {
        return new FaitsDeQuestion(config.confiance(), horloge);
    }

    private ReleveDeReponses releve(String source, String contrat) {
        return new ReleveDeReponses(contrat, derives -> mesures.derives(source, derives));
    }

    private QuestionOpco question(String nom, OpcoConfig.Question source, QuestionGardee.Protocole protocole) {
        return new QuestionGardee(
                nom,
                () -> source.actif()
                        && source.url().isPresent()
                        && source.jeton().isPresent(),
                new GardeDeSource(nom, source.delai(), source.simultanees(), source.repos(), mesures),
                // Half of the time, so that a journal that is away is not taken for a source that is.
                InscriptionDeQuestion.au(entree, source.delai().dividedBy(2)),
                protocole,
                mesures);
    }

    private ConnexionOAuth connexion(String nom, OpcoConfig.Question source) {
        var sortie = sorties.vers(
                nom,
                () -> Stream.of(source.url(), source.jeton())
                        .flatMap(Optional::stream)
                        .toList(),
                source.debit(),
                source.delai());
        return new ConnexionOAuth(
                sortie,
                () -> new ConnexionOAuth.Client(
                        source.jeton().orElse(NULLE_PART),
                        source.utilisateur().orElse(""),
                        source.secret().orElse(""),
                        source.portee().orElse("")),
                horloge);
    }
}
