package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;

/** Root fields on persons, answered by the plan. */
public interface RequetesPersonne {

    /** One person, null when not visible. */
    @Requete
    Personne personne(@Id @NonNul String id);

    /** The persons that match. */
    @Requete
    @NonNul
    Connection<Personne> personnes(@NonNul PersonneFiltre filtre, @Defaut("20") Integer first, String after);
}
