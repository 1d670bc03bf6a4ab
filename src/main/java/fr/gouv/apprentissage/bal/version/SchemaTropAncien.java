package fr.gouv.apprentissage.bal.version;

/** The schema of the database is older than this build can serve: the step that migrates has not been run. */
public final class SchemaTropAncien extends IllegalStateException {

    private static final long serialVersionUID = 1;

    SchemaTropAncien(String trouvee, String requise) {
        super("le schéma de la base est en version " + trouvee + ", ce paquet demande au moins la version " + requise
                + " : lancez d'abord l'étape de migration, java -jar quarkus-run.jar migre");
    }
}
