package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A directory that says which OPCO a company belongs to. */
interface AnnuaireOpco {

    /** Where its answers did not look as its contract says, since this was asked last. */
    Derives derives();

    /** Its name, as the cache keeps it. */
    String source();

    /** Whether it is configured. */
    boolean actif();

    /** The OPCO, {@code OPCO_MULTIPLE} included; empty when the directory answers that it does not know. Fails when it does not answer. */
    Uni<Optional<Opco>> de(Siret siret);
}
