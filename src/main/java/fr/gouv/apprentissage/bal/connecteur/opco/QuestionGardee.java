package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** What an OPCO's protocol is not: whatever goes wrong is not known. */
final class QuestionGardee implements QuestionOpco {

    /** The protocol of one OPCO. */
    interface Protocole {

        /**
         * Asks, on the calling thread.
         *
         * @throws SourceIndisponible when it cannot be asked, or answers with what cannot be read
         * @throws SourceRefusee when it refuses
         */
        ReponseOpco demande(String courriel, Siret siret);
    }

    private static final Logger LOG = Logger.getLogger(QuestionGardee.class);

    private final String source;
    private final BooleanSupplier active;
    private final Garde garde;
    private final InscriptionDeQuestion inscription;
    private final Protocole protocole;
    private final MesuresOpco mesures;

    QuestionGardee(
            String source,
            BooleanSupplier active,
            Garde garde,
            InscriptionDeQuestion inscription,
            Protocole protocole,
            MesuresOpco mesures) {
        this.inscription = inscription;
        this.mesures = mesures;
        this.source = source;
        this.active = active;
        this.garde = garde;
        this.protocole = protocole;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public boolean active() {
        return active.getAsBoolean();
    }

    @Override
    public Uni<ReponseOpco> demande(Sealed<Courriel> courriel, Siret siret) {
        if (!active()) {
            return Uni.createFrom().item(ReponseOpco.INCONNU);
        }
        var debut = System.nanoTime();
        return garde.avec(() -> CourrielPresente.dans(courriel, texte -> inscrisEtDemande(texte, siret)))
                .onFailure()
                .recoverWithItem(this::inconnu)
                .invoke(reponse -> mesures.reponse(
                        source, reponse.name().toLowerCase(Locale.ROOT), Duration.ofNanos(System.nanoTime() - debut)));
    }

    /** The entry first: a question without one is not asked. */
    private ReponseOpco inscrisEtDemande(String texte, Siret siret) {
        inscription.inscris(source);
        return protocole.demande(texte, siret);
    }

    private ReponseOpco inconnu(Throwable echec) {
        // Messages of other exceptions may hold the address of the request.
        LOG.debugf(
                "%s : sans réponse, %s",
                source,
                echec instanceof SourceIndisponible || echec instanceof SourceRefusee
                        ? echec.getMessage()
                        : echec.getClass().getSimpleName());
        return ReponseOpco.INCONNU;
    }
}
