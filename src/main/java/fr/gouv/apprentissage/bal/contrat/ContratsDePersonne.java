package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Extension;
import fr.gouv.apprentissage.bal.declaration.Relation;
import fr.gouv.apprentissage.bal.personne.Personne;
import java.util.List;

/** What contracts add to a person. */
@Extension(Personne.class)
public interface ContratsDePersonne {

    /** The person's contracts that the caller may reach, at most 100, newest first. */
    @Relation
    List<Contrat> contrats();
}
