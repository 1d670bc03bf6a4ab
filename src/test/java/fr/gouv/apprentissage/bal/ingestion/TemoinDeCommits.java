package fr.gouv.apprentissage.bal.ingestion;

/** Who is told of each transaction that writes, as a proxy between a process and its database sees it end. From several threads. */
public interface TemoinDeCommits {

    /**
     * All of it but its end has reached the database.
     *
     * @param sorte the tables that it writes, and how; see {@link ConversationAvecLaBase}
     * @return whether its end may reach it: when not, it never does, and the connection is cut
     */
    boolean avant(String sorte);

    /**
     * The database has committed it.
     *
     * @return whether the process may hear of it: when not, it never does, and the connection is cut
     */
    boolean apres(String sorte);
}
