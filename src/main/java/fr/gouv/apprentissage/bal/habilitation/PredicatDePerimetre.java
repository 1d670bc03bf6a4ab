package fr.gouv.apprentissage.bal.habilitation;

/** Writes a perimeter as an SQL predicate with bound parameters. */
public interface PredicatDePerimetre {

    /** The predicate, for example {@code (c.region = ANY($1) AND c.source = ANY($2))}; {@code TRUE} without bound, {@code FALSE} when no row can be reached. Never NULL on any row. */
    String sql(Perimetre perimetre, ColonnesDePerimetre colonnes, Liaison liaison);
}
