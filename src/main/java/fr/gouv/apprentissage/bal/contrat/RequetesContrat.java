package fr.gouv.apprentissage.bal.contrat;

import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;

/** Root fields on contracts, answered by the plan. */
public interface RequetesContrat {

    /** One contract, null when not visible. */
    @Requete
    Contrat contrat(@Id @NonNul String id);

    /** The contracts that match, in this order. */
    @Requete
    @NonNul
    Connection<Contrat> contrats(ContratFiltre filtre, ContratTri tri, @Defaut("20") Integer first, String after);
}
