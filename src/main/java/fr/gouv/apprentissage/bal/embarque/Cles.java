package fr.gouv.apprentissage.bal.embarque;

/** The configuration keys that decide whether the embedded default runs. */
final class Cles {

    static final String ACTIF = "bal.embarque.actif";
    static final String DOSSIER = "bal.embarque.dossier";
    static final String DOSSIER_PAR_DEFAUT = ".bal";
    static final String JDBC = "quarkus.datasource.jdbc.url";
    static final String REACTIF = "quarkus.datasource.reactive.url";
    static final String JOURNAL = "quarkus.datasource.journal.reactive.url";
    static final String LECTURE_JOURNAL = "quarkus.datasource.lecture-journal.reactive.url";
    static final String OIDC = "quarkus.oidc.auth-server-url";
    static final String CLE_PUBLIQUE = "quarkus.oidc.public-key";
    static final String VAULT = "quarkus.vault.url";
    static final String TEMOIN = "bal.journal.temoin";
    static final String EFFACEMENTS = "bal.droits.effacements";
    static final String HOTE = "quarkus.http.host";

    private Cles() {}
}
