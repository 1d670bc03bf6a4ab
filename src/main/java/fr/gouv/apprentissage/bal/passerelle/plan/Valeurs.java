package fr.gouv.apprentissage.bal.passerelle.plan;

/** The values of one execution. */
@FunctionalInterface
public interface Valeurs {

    /** The value to bind for this source. */
    Object de(Parametre.Source source);
}
