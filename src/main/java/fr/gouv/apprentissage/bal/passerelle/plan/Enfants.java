package fr.gouv.apprentissage.bal.passerelle.plan;

import graphql.execution.MergedField;

/** Makes the nodes below a row, one statement each. */
interface Enfants {

    /** The persons of contracts. */
    Noeud personnes(MergedField champ, Chemin chemin);

    /** The contracts of persons. */
    Noeud contrats(MergedField champ, Chemin chemin);

    /** The changes of contracts. */
    Noeud changements(MergedField champ);
}
