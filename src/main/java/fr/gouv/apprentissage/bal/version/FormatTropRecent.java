package fr.gouv.apprentissage.bal.version;

/** The database holds values in a version of a format that this build does not read: it must not serve. */
public final class FormatTropRecent extends IllegalStateException {

    private static final long serialVersionUID = 1;

    FormatTropRecent(String nom, int ecrite, int lue) {
        super("la base contient le format « " + nom + " » en version " + ecrite
                + ", et ce paquet n'en lit que la version " + lue
                + " : un paquet plus récent l'a écrite, revenez à lui");
    }
}
