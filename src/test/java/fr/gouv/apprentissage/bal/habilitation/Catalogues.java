package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.contrat.ContratsDePersonne;
import fr.gouv.apprentissage.bal.contrat.Employeur;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Declarations;
import fr.gouv.apprentissage.bal.personne.Personne;
import java.util.List;

/** The real catalogue, as the application has it. */
public final class Catalogues {

    public static final Catalogue REEL = Declarations.catalogue(
            List.of(Personne.class, Contrat.class, Employeur.class),
            List.of(ContratsDePersonne.class),
            List.of(Personne.class, Contrat.class));

    private Catalogues() {}
}
