package fr.gouv.apprentissage.bal.passerelle.plan;

/** A parameter of a statement: a constant that the habilitations set, or what an execution gives. */
public sealed interface Parametre {

    /** The value to bind. */
    Object valeur(Valeurs valeurs);

    /**
     * Set by the habilitations.
     *
     * @param constante what is bound
     */
    record Constant(Object constante) implements Parametre {
        @Override
        public Object valeur(Valeurs valeurs) {
            return constante;
        }
    }

    /**
     * Given by each execution.
     *
     * @param source where from
     */
    record Donne(Source source) implements Parametre {
        @Override
        public Object valeur(Valeurs valeurs) {
            return valeurs.de(source);
        }
    }

    /**
     * Where an execution's value comes from.
     *
     * @param genre kind
     * @param nom dotted path of the argument, for the kinds that name one
     */
    record Source(Genre genre, String nom) {}

    /** Kinds of value. */
    enum Genre {
        /** An argument or criterion, coerced: text, date, list of texts. */
        ARGUMENT,
        /** Ids of the client, read back. */
        IDS,
        /** Hashes of a personal criterion. */
        EMPREINTES,
        /** Generations of those hashes. */
        GENERATIONS,
        /** Rows of a page and one more. */
        LIMITE,
        /** Position after which a page starts: its key of order. */
        POSITION_TRI,
        /** Position after which a page starts: its id. */
        POSITION_ID,
        /** Ids of the rows above. */
        PARENTS
    }
}
