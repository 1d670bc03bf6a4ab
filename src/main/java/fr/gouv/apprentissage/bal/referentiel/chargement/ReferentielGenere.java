package fr.gouv.apprentissage.bal.referentiel.chargement;

/** What stands in for files where none is configured. An upper room may provide one as a bean; without it nothing is loaded then. */
public interface ReferentielGenere {

    /** The sources, {@link Sources#aucune()} when this process is to have none. */
    Sources sources();
}
