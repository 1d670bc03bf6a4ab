package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.DemandeRefusee;
import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** France Travail as ingestion sees it: a part is a département. */
final class ConnecteurFranceTravail implements ConnecteurDeFaits {

    private static final Logger LOG = Logger.getLogger(ConnecteurFranceTravail.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** What its offers look like. */
    static final ContratDeSchema CONTRAT = ContratDeSchema.de(ConnecteurFranceTravail.class, "contrat-de-schema.json");

    private static final String INCONNU = "DEPARTEMENT_INCONNU";

    private final FranceTravailConfig config;
    private final BooleanSupplier joignable;
    private final Guichet guichet;
    private final Limites limites;
    private final Reprise reprise;
    private final OffreStore offres;
    private final Clock horloge;
    private final Ouverture ouverture;

    /**
     * @param joignable whether the source has its addresses and its account
     * @param reprise how a page is tried again
     */
    ConnecteurFranceTravail(
            FranceTravailConfig config,
            BooleanSupplier joignable,
            Guichet guichet,
            Limites limites,
            Reprise reprise,
            OffreStore offres,
            Clock horloge) {
        this.config = config;
        this.joignable = joignable;
        this.guichet = guichet;
        this.limites = limites;
        this.reprise = reprise;
        this.offres = offres;
        this.horloge = horloge;
        this.ouverture = Ouverture.lis(config.ouverture());
    }

    @Override
    public String nom() {
        return "francetravail";
    }

    @Override
    public String source() {
        return OffreEnLecture.SOURCE;
    }

    @Override
    public String planification() {
        return config.planification();
    }

    @Override
    public boolean actif() {
        return config.actif() && joignable.getAsBoolean();
    }

    @Override
    public Ouverture ouverture() {
        return ouverture;
    }

    /** Once: each page of a part is tried again by itself, and what came of the part before would be asked for again in vain. */
    @Override
    public Reprise reprise() {
        return action -> action.getAsInt();
    }

    @Override
    public Duration confiance() {
        return Duration.ofDays(OffreEnLecture.CONFIANCE);
    }

    @Override
    public List<String> parts() {
        return config.departements()
                .filter(choisis -> !choisis.isEmpty())
                .orElseGet(() -> List.copyOf(Territoires.departements().keySet()));
    }

    @Override
    public LectureDePart lis(String part, Consumer<LigneDeFait> lignes) {
        var ecriture = new EcritureDOffres(offres, part, horloge.instant());
        var releve = new ReleveDeSchema(CONTRAT);
        var lecture = new LectureDeDepartement(this::page, limites, horloge.instant(), offre -> {
            releve.compare(offre.forme());
            lignes.accept(offre.ligne());
            ecriture.prends(offre);
        });
        LectureDePart lue;
        try {
            lue = lecture.lis(part);
        } catch (DemandeRefusee refus) {
            return inconnu(part, refus, lignes);
        }
        ecriture.finis(lue.horsDAtteinte() == 0, LocalDate.ofInstant(horloge.instant(), PARIS));
        if (lue.horsDAtteinte() > 0) {
            LOG.warnf("%s : %d offres du département %s sont hors d'atteinte", nom(), lue.horsDAtteinte(), part);
        }
        return new LectureDePart(lue.lus(), lue.horsDAtteinte(), releve.derives());
    }

    /** The source need not know the overseas collectivities; of a département its refusal is a fault. */
    private static LectureDePart inconnu(String part, DemandeRefusee refus, Consumer<LigneDeFait> lignes) {
        var collectivite = Territoires.duDepartement(part)
                .filter(territoire -> territoire.region() == null)
                .isPresent();
        if (!collectivite) {
            throw new SourceRefusee("la source refuse la demande (" + refus.statut() + ") : département " + part);
        }
        lignes.accept(new LigneDeFait(List.of(), List.of(INCONNU)));
        return new LectureDePart(0, 0);
    }

    private PageLue page(Recherche recherche, int debut) {
        var page = new AtomicReference<PageLue>();
        reprise.avec(() -> {
            page.set(guichet.page(recherche, debut));
            return debut;
        });
        return page.get();
    }
}
