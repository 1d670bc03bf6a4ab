package fr.gouv.apprentissage.bal.embarque;

import fr.gouv.apprentissage.bal.embarque.generateur.ReferentielDemo;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurDemo;
import fr.gouv.apprentissage.bal.referentiel.chargement.ReferentielGenere;
import fr.gouv.apprentissage.bal.referentiel.chargement.Source;
import fr.gouv.apprentissage.bal.referentiel.chargement.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The generated nomenclatures of the world that the simulators serve, where the embedded parts run and no file is configured. */
@ApplicationScoped
public class ReferentielEmbarque implements ReferentielGenere {

    private final boolean actif;

    ReferentielEmbarque(@ConfigProperty(name = Cles.ACTIF, defaultValue = "false") boolean actif) {
        this.actif = actif;
    }

    @Override
    public Sources sources() {
        if (!actif) {
            return Sources.aucune();
        }
        var genere = new ReferentielDemo(SimulateurDemo.GRAINE);
        return new Sources(
                List.of(new Source("organismes générés", genere::fichierOrganismes)),
                List.of(new Source("diplômes générés", genere::fichierDiplomes)),
                List.of(new Source("niveaux générés", genere::fichierNiveaux)));
    }
}
