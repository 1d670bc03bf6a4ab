package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.personne.suppression.IdentiteLisible;
import fr.gouv.apprentissage.bal.personne.suppression.Marqueur;
import fr.gouv.apprentissage.bal.personne.suppression.SuppressionStore;
import fr.gouv.apprentissage.bal.personne.suppression.Suppressions;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Holds rows against the marks of erased persons. */
final class Rappels {

    /** Under which dropped rows are counted. */
    static final String MOTIF = "PERSONNE_EFFACEE";

    private final MarquesDeSuppression marques;
    private final Marqueur marqueur;
    private final SuppressionStore suppressions = new SuppressionStore();
    private final Clock horloge;

    Rappels(MarquesDeSuppression marques, Clock horloge) {
        this.marques = marques;
        this.marqueur = new Marqueur(marques);
        this.horloge = horloge;
    }

    /** The marks by which a row is recognised: what of it can be read, if it is not whole. */
    List<Marque> marques(LigneLue ligne) {
        if (ligne instanceof LigneRejetee rejetee) {
            return marqueur.toutes(rejetee.lisible());
        }
        var recue = (LigneRecue) ligne;
        var identite = recue.identite();
        return marqueur.entieres(new IdentiteLisible(
                identite.nom(),
                identite.prenoms(),
                identite.dateNaissance(),
                identite.ine(),
                identite.numero(),
                recue.cle(),
                List.of(),
                List.of(),
                identite.sexe(),
                identite.departementNaissance()));
    }

    /** Under which versions of their key marks are made now. */
    List<Integer> versions() {
        return marques.versions();
    }

    /** Which of these marks are of erased persons today. */
    Suppressions enVigueur(SqlConnection connexion, Collection<Marque> marques) {
        return suppressions.cherche(connexion, marques, Jours.aujourdhui(horloge));
    }
}
