package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.sortie.DemandeRefusee;

/** Where pages are asked for. */
@FunctionalInterface
interface Guichet {

    /**
     * @param debut position of its first offer, from 0
     * @throws SourceIndisponible when asking again may help
     * @throws DemandeRefusee when the source refuses a parameter, or the position
     * @throws SourceRefusee when asking again will not help
     */
    PageLue page(Recherche recherche, int debut);
}
